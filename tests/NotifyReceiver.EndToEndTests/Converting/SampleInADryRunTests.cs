using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Converting;

public sealed class SampleInADryRunTests(ITestOutputHelper log)
{
    // Beside the readings it would only be a copy of them, so its own values show when it comes alone.
    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_tank_product_movement_becomes_the_readings_worked_by_hand()
    {
        await using var installation = new Installation(log);
        await installation.StartAsync();

        var answer = await installation.Curl.PostSampleAsync(Samples.TankProductMovement);

        Assert.Equal(202, answer.Status);
        await installation.Listing.WaitForInsertsAsync(2, "dry-run");
        var shown = await installation.Listing.ShowAsync(answer.Id);
        Assert.Equal("tank-product-movement", shown.GetProperty("notification").Text("profile"));
        KeptRequest.AssertExact(shown, "702", HandWorked.TankProductMovement);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task An_invoice_of_charges_alone_becomes_nothing_and_that_is_no_error()
    {
        await using var installation = new Installation(log);
        await installation.StartAsync();

        var answer = await installation.Curl.PostSampleAsync("fuel-invoice-charges-only.xml");

        var notification = await installation.Listing.WaitForNotificationAsync(answer.Id, "converted");
        var note = Assert.Single(notification.Items("reasons")).GetString()!;
        Assert.Contains("it yields nothing", note, StringComparison.Ordinal);
        Assert.Empty(await installation.Listing.GetAsync(Listing.Inserts));
    }
}
