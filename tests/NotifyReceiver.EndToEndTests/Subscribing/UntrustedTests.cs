using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Subscribing;

public sealed class UntrustedTests(ITestOutputHelper log)
{
    [Fact(Timeout = Deadline.OfTest)]
    public async Task Who_only_says_to_be_amazon_is_told_nothing()
    {
        using var authority = new TestAuthority();
        using var stranger = new TestAuthority();
        await using var amazon = new WayToAmazon(stranger);
        await using var installation = new Installation(log);
        installation.Settings["Notifications:SnsTopics"] = "arn:aws:sns:us-east-1:111122223333:business-documents";
        installation.Directory.Write("authority.pem", authority.Pem);
        var program = await installation.StartBehindAsync(amazon.Proxy, installation.Directory.PathOf("authority.pem"));

        var answer = await installation.Curl.PostAsync(
            Samples.PathOfNotification("sns-subscription-confirmation.json"),
            "text/plain"
        );

        Assert.Equal(202, answer.Status);
        await program.WaitForOutputAsync("is not fetched: ");
        Assert.NotEmpty(amazon.CalledFor);
        Assert.Empty(amazon.Requests);
        await installation.Listing.WaitForNotificationAsync("n1", "fetching");
    }
}
