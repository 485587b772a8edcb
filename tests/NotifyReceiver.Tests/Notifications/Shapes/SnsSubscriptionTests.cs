using NotifyReceiver.Notifications.Shapes;

namespace NotifyReceiver.Tests.Notifications.Shapes;

public sealed class SnsSubscriptionTests
{
    [Theory]
    [InlineData("arn:aws:sns:us-east-1:111122223333:business-documents")]
    [InlineData("arn:aws:sns:us-east-1:111122223333:Business-Documents")]
    public void A_topic_that_is_not_configured_is_not_confirmed(string topic)
    {
        var options = Recognise.Default with { SnsTopics = ["arn:aws:sns:us-east-1:111122223333:another"] };

        foreach (var settings in (NotificationOptions[])[Recognise.Default, options])
        {
            var shape = Recognise.Text(Sns.Subscription(Sns.SubscribeUrl, topic), settings);

            Assert.Equal("sns-subscription", shape.Name);
            Assert.Equal(
                $"TopicArn: '{topic}' is not expected here; if it is right, add it to Notifications:SnsTopics, restart and replay this",
                Assert.Single(Assert.IsType<Shape.Unusable>(shape).Problems)
            );
        }
    }

    [Theory]
    [InlineData("us-east-1.amazonaws.com")]
    [InlineData("cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1.amazonaws.com:443")]
    public void Hosts_of_amazon_sns_are_called(string host) =>
        Assert.IsType<Shape.Subscription>(
            Confirm(Sns.SubscribeUrl.Replace("us-east-1.amazonaws.com/", host + "/", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("https://sns.us-east-1.amazonaws.com.evil.example/")]
    [InlineData("https://evil.example/sns.us-east-1.amazonaws.com/")]
    [InlineData("https://xsns.us-east-1.amazonaws.com/")]
    [InlineData("https://sns.evil.example.amazonaws.com/")]
    [InlineData("https://sns.amazonaws.com/")]
    [InlineData("https://s3.us-east-1.amazonaws.com/")]
    [InlineData("https://sns.us-east-1.amazonaws.com.cn.cn/")]
    [InlineData("https://sns.us-east-1.amazonaws.comm/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]/")]
    public void No_other_host_is(string address) =>
        Assert.Contains("is not Amazon SNS's", Refused(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://sns.us-east-1.amazonaws.com/")]
    [InlineData("https://sns.us-east-1.amazonaws.com:8443/")]
    [InlineData("https://sns.us-east-1.amazonaws.com@evil.example/")]
    [InlineData("https://joe:s3cret@sns.us-east-1.amazonaws.com/")]
    [InlineData("file:///etc/passwd")]
    public void Nothing_but_https_is(string address) =>
        Assert.StartsWith("SubscribeURL: is not plain https", Refused(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("Action=ConfirmSubscription", "Action=Publish")]
    [InlineData("Action=ConfirmSubscription", "Action=ConfirmSubscription&Action=Publish")]
    [InlineData("Action=ConfirmSubscription&", "")]
    [InlineData("Token=2336412f37", "Token=")]
    [InlineData("&Token=2336412f37", "")]
    [InlineData(".com/?", ".com/elsewhere?")]
    public void Nothing_but_a_confirmation_is_asked_for(string old, string replacement) =>
        Assert.StartsWith(
            "SubscribeURL: does not ask Amazon SNS to confirm a subscription",
            Refused(Sns.SubscribeUrl.Replace(old, replacement, StringComparison.Ordinal)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("TopicArn=arn:aws:sns:us-east-1:999999999999:other")]
    [InlineData($"TopicArn={Recognise.Topic}&topicarn=arn:aws:sns:us-east-1:999999999999:other")]
    [InlineData("Topic=x")]
    public void No_topic_is_confirmed_behind_the_name_of_another(string replacement) =>
        Assert.StartsWith(
            "SubscribeURL: confirms another topic than TopicArn names",
            Refused(Sns.SubscribeUrl.Replace($"TopicArn={Recognise.Topic}", replacement, StringComparison.Ordinal)),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_topic_may_be_url_encoded_in_the_address() =>
        Assert.IsType<Shape.Subscription>(
            Confirm(
                Sns.SubscribeUrl.Replace(
                    Recognise.Topic,
                    Uri.EscapeDataString(Recognise.Topic),
                    StringComparison.Ordinal
                )
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData("sns")]
    [InlineData("https://")]
    [InlineData("https://sns..amazonaws.com/")]
    [InlineData("https://evil.example\\@sns.us-east-1.amazonaws.com/")]
    public void Without_an_address_it_is_broken(string address) =>
        Assert.StartsWith("SubscribeURL: is missing or no address", Refused(address), StringComparison.Ordinal);

    [Fact]
    public void The_end_of_a_subscription_is_told_with_what_to_do()
    {
        var nothing = Assert.IsType<Shape.Nothing>(
            Recognise.Text(Sns.Envelope("UnsubscribeConfirmation", Recognise.Topic, ("SubscribeURL", Sns.SubscribeUrl)))
        );

        Assert.Equal("sns-unsubscription", nothing.Name);
        Assert.Equal(
            $"Amazon SNS ended the subscription to topic '{Recognise.Topic}'; if that was not wanted, have the sender subscribe again",
            Assert.Single(nothing.Notes)
        );
    }

    private static Shape Confirm(string url) => Recognise.Text(Sns.Subscription(url), Recognise.WithTopic);

    // Neither the token nor a password may show.
    private static string Refused(string url)
    {
        var query = new Uri(Sns.SubscribeUrl).Query;
        var shape = Confirm(url.EndsWith('/') ? url + query : url);

        Assert.Equal("sns-subscription", shape.Name);
        var problem = Assert.Single(Assert.IsType<Shape.Unusable>(shape).Problems);
        Assert.DoesNotContain("2336412f37", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", problem, StringComparison.Ordinal);
        return problem;
    }
}
