using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Converting;

public sealed class QuarantineTests(DryRunInstallation shared, ITestOutputHelper log)
    : IClassFixture<DryRunInstallation>,
        IDisposable
{
    private Installation Installation => shared.Installation;

    public static TheoryData<string> Bodies => [.. UnconvertibleBodies.All.Keys];

    public void Dispose() => log.WriteLine(Installation.Transcript);

    [Theory(Timeout = Deadline.OfTest)]
    [MemberData(nameof(Bodies))]
    public async Task What_cannot_be_converted_is_kept_with_a_reason_that_names_it(string name)
    {
        var sent = UnconvertibleBodies.All[name];

        var id = await Installation.Curl.PostTextAsync(sent.Body, sent.ContentType);

        var notification = await Installation.Listing.WaitForNotificationAsync(id, "quarantined");
        Assert.All(sent.Reason, part => Assert.Contains(part, notification.Reasons(), StringComparison.Ordinal));
        Assert.Empty(notification.Items("inserts"));
        var table = await Installation.RunAsync("list", "--state", "quarantined");
        Assert.Contains(notification.Items("reasons")[0].GetString()!, table.Output, StringComparison.Ordinal);
        var body = await Installation.RunAsync("show", id, "--body");
        Assert.Equal(sent.Body, body.Output);
    }
}
