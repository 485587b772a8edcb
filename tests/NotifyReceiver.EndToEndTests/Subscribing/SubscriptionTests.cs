using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Subscribing;

public sealed class SubscriptionTests : IAsyncLifetime
{
    private const string Topic = "arn:aws:sns:us-east-1:111122223333:business-documents";

    private readonly TestAuthority _authority = new();
    private readonly WayToAmazon _amazon;
    private readonly Installation _installation;

    public SubscriptionTests(ITestOutputHelper log)
    {
        _amazon = new WayToAmazon(_authority);
        _installation = new Installation(log);
        _installation.Settings["Notifications:SnsTopics"] = Topic;
    }

    public Task InitializeAsync()
    {
        var trusted = _installation.Directory.Write("authority.pem", _authority.Pem);
        return _installation.StartBehindAsync(_amazon.Proxy, _installation.Directory.PathOf(trusted));
    }

    public async Task DisposeAsync()
    {
        await _installation.DisposeAsync();
        await _amazon.DisposeAsync();
        _authority.Dispose();
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_subscription_of_a_configured_topic_is_confirmed_at_amazon()
    {
        var id = await PostAsync(Sample);

        var noted = await _installation.Listing.WaitForNotificationAsync(id, "noted");
        Assert.Equal("the subscription is confirmed", noted.Reasons());
        Assert.Equal([$"CONNECT {WayToAmazon.Sns}:443"], _amazon.CalledFor);
        Assert.Equal(
            [$"GET /?Action=ConfirmSubscription&TopicArn={Topic}&Token=2336412f37 HTTP/1.1"],
            _amazon.Requests
        );
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("https://sns.us-east-1.amazonaws.com/", "https://sns.us-east-1.amazonaws.com.example.net/")]
    [InlineData("https://sns.us-east-1.amazonaws.com/", "https://s3.us-east-1.amazonaws.com/")]
    [InlineData("https://sns.us-east-1.amazonaws.com/", "https://sns.us-east-1.amazonaws.com:8443/")]
    [InlineData("https://sns.us-east-1.amazonaws.com/", "https://sns.us-east-1.amazonaws.com@example.net/")]
    [InlineData("https://sns.us-east-1.amazonaws.com/", "http://sns.us-east-1.amazonaws.com/")]
    [InlineData(":business-documents", ":somebody-elses")]
    public async Task Nobody_else_is_called_and_no_other_topic_is_subscribed_to(string there, string instead)
    {
        var id = await PostAsync(Sample.Replace(there, instead, StringComparison.Ordinal));

        var quarantined = await _installation.Listing.WaitForNotificationAsync(id, "quarantined");
        Assert.Matches("^(SubscribeURL|TopicArn): ", quarantined.Reasons());
        // The good one after it is called, so the other would have been by now.
        var good = await PostAsync(Sample);
        await _installation.Listing.WaitForNotificationAsync(good, "noted");
        Assert.Single(_amazon.CalledFor);
        Assert.Single(_amazon.Requests);
    }

    private static string Sample => File.ReadAllText(Samples.PathOfNotification("sns-subscription-confirmation.json"));

    // As Amazon SNS sends it: text/plain, the key as a password; here under an id for each body.
    private async Task<string> PostAsync(string body)
    {
        var file = _installation.Directory.Write($"body-{Guid.NewGuid():N}", body);
        var answer = await _installation.Curl.CallAsync(
            "--user",
            $"sns:{_installation.ApiKey}",
            "--header",
            "Content-Type: text/plain; charset=UTF-8",
            "--data-binary",
            $"@{file}",
            $"{_installation.Program.Webhook}"
        );
        Assert.True(answer.Status == 202, $"{answer}\n{_installation.Transcript}");
        return answer.Id;
    }
}
