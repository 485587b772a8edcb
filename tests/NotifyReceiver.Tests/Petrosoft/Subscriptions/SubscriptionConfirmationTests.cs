using Microsoft.AspNetCore.Http;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.Subscriptions;

namespace NotifyReceiver.Tests.Petrosoft.Subscriptions;

public sealed class SubscriptionConfirmationTests
{
    private const string Arn = "arn:aws:sns:us-east-1:123456789012:documents:2bcfbf39";

    private const string Confirmation = $"""
        <ConfirmSubscriptionResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
          <ConfirmSubscriptionResult><SubscriptionArn>{Arn}</SubscriptionArn></ConfirmSubscriptionResult>
        </ConfirmSubscriptionResponse>
        """;

    private static readonly Uri Address = new(
        "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:us-east-1:123456789012:documents&Token=2336412f37"
    );

    [Fact]
    public async Task An_address_of_sns_is_called_once_and_the_subscription_is_named()
    {
        await using var sns = await SnsHost.StartAsync(StatusCodes.Status200OK, Confirmation);

        var answer = await ConfirmAsync(sns);

        Assert.Equal(Arn, Assert.IsType<Answer<Confirmed>.Got>(answer).Value.SubscriptionArn);
        Assert.Equal([$"GET {Address.AbsoluteUri}"], sns.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><SubscriptionArn>&b;</SubscriptionArn>")]
    public async Task A_success_counts_whatever_it_says(string body)
    {
        await using var sns = await SnsHost.StartAsync(StatusCodes.Status200OK, body);

        Assert.Null(Assert.IsType<Answer<Confirmed>.Got>(await ConfirmAsync(sns)).Value.SubscriptionArn);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_token_that_is_refused_needs_a_new_subscription(int status)
    {
        await using var sns = await SnsHost.StartAsync(status);

        var refused = Assert.IsType<Answer<Confirmed>.Refused>(await ConfirmAsync(sns));

        Assert.Contains($"HTTP {status}", refused.Detail, StringComparison.Ordinal);
        Assert.Contains("subscribe again", refused.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("2336412f37", refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_may_pass_is_a_failure(int status)
    {
        await using var sns = await SnsHost.StartAsync(status);

        Assert.IsType<Answer<Confirmed>.Failed>(await ConfirmAsync(sns));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var sns = await SnsHost.StartAsync(context =>
        {
            context.Response.Redirect("https://elsewhere.example/");
            return Task.CompletedTask;
        });

        var failed = Assert.IsType<Answer<Confirmed>.Failed>(await ConfirmAsync(sns));

        Assert.Contains("redirects to elsewhere.example", failed.Detail, StringComparison.Ordinal);
        Assert.Single(sns.Requests);
    }

    [Fact]
    public async Task A_reply_is_not_read_for_ever()
    {
        await using var sns = await SnsHost.StartAsync(StatusCodes.Status200OK, new string('x', (64 * 1024) + 1));

        Assert.IsNotType<Answer<Confirmed>.Got>(await ConfirmAsync(sns));
    }

    [Theory]
    [InlineData("https://sns.us-east-1.amazonaws.com/?a=b")]
    [InlineData("https://SNS.EU-Central-1.amazonaws.com:443/")]
    [InlineData("https://sns.us-gov-west-1.amazonaws.com/")]
    [InlineData("https://sns.cn-north-1.amazonaws.com.cn/")]
    public void Hosts_of_sns_are_known(string address) => Assert.True(SubscriptionConfirmation.IsSns(new Uri(address)));

    [Theory]
    [InlineData("http://sns.us-east-1.amazonaws.com/")]
    [InlineData("https://sns.us-east-1.amazonaws.com:8443/")]
    [InlineData("https://user:word@sns.us-east-1.amazonaws.com/")]
    [InlineData("https://sns.us-east-1.amazonaws.com.example.com/")]
    [InlineData("https://sns.us-east-1.amazonaws.com.cn.example.com/")]
    [InlineData("https://sns.us-east-1.amazonaws.com@evil.example/")]
    [InlineData("https://sns.us-east-1.amazonaws.com./")]
    [InlineData("https://evil-sns.us-east-1.amazonaws.com/")]
    [InlineData("https://evil.sns.us-east-1.amazonaws.com/")]
    [InlineData("https://sns.evil.us-east-1.amazonaws.com/")]
    [InlineData("https://sns.bucket.amazonaws.com/")]
    [InlineData("https://sns.s3-us-west-2.amazonaws.com/")]
    [InlineData("https://sns.s3-website-us-west-2.amazonaws.com/")]
    [InlineData("https://sns.amazonaws.com/")]
    [InlineData("https://sns.us-east-1.amazonaws.co/")]
    [InlineData("https://sns.us-east-1.amazonaws\uFF0Ecom.example/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    public async Task Any_other_address_is_refused_without_a_call(string address)
    {
        await using var sns = await SnsHost.StartAsync(StatusCodes.Status200OK, Confirmation);

        var answer = await sns.Confirmation.ConfirmAsync(new Uri(address), CancellationToken.None);

        Assert.Contains(
            "is not called",
            Assert.IsType<Answer<Confirmed>.Refused>(answer).Detail,
            StringComparison.Ordinal
        );
        Assert.Empty(sns.Requests);
    }

    [Fact]
    public async Task An_address_that_is_only_a_path_is_refused()
    {
        await using var sns = await SnsHost.StartAsync(StatusCodes.Status200OK);

        Assert.IsType<Answer<Confirmed>.Refused>(
            await sns.Confirmation.ConfirmAsync(new Uri("/confirm", UriKind.Relative), CancellationToken.None)
        );
    }

    private static Task<Answer<Confirmed>> ConfirmAsync(SnsHost sns) =>
        sns.Confirmation.ConfirmAsync(Address, CancellationToken.None);
}
