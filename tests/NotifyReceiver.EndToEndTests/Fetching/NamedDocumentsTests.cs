using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Petrosoft;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Fetching;

public sealed class NamedDocumentsTests(NamedDocuments named, ITestOutputHelper log)
    : IClassFixture<NamedDocuments>,
        IDisposable
{
    public void Dispose() => log.WriteLine($"{named.Petrosoft}\n{named.Ationet}\n{named.Installation.Transcript}");

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_list_tells_what_each_call_was_and_which_documents_came_of_them()
    {
        var all = await named.Installation.Listing.GetAsync(Listing.Notifications);

        Assert.Equal(
            [
                "n1 call reference fetched",
                "n2 fetch document converted",
                "n3 call s3-event fetched",
                "n4 fetch document converted",
                "n5 call sns/s3-event fetched",
                "n6 fetch document converted",
                "n7 call eventbridge-event fetched",
                "n8 call s3-test-event noted",
            ],
            all.Select(it => $"{it.Text("id")} {it.Text("origin")} {it.Text("shape")} {it.Text("state")}")
        );
        Assert.Equal(
            [NamedDocuments.Invoice, NamedDocuments.Movement, NamedDocuments.InvoiceAgain],
            all.Where(it => it.Text("origin") == "fetch").Select(it => it.Text("path"))
        );
        var table = await named.Installation.RunAsync("list");
        Assert.Matches(@"(?m)^n7 .* fetched +eventbridge-event ", table.Output);
        Assert.Matches(@"(?m)^n4 .* converted +shift_fuel-grade-movement +12345 ", table.Output);
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("n2", NamedDocuments.Invoice, "fuel-invoice of 12345", "n1")]
    [InlineData("n4", NamedDocuments.Movement, null, "n3")]
    [InlineData("n6", NamedDocuments.InvoiceAgain, null, "n5")]
    public async Task Show_tells_where_a_document_came_from(string document, string path, string? kind, string from)
    {
        var shown = await named.Installation.RunAsync("show", document);
        var naming = await named.Installation.RunAsync("show", from);

        Assert.Contains($"    path      {path}\n", shown.Output, StringComparison.Ordinal);
        Assert.Equal(kind is not null, shown.Output.Contains($"    as        {kind}\n", StringComparison.Ordinal));
        Assert.Contains($"    because   named by {from}\n", shown.Output, StringComparison.Ordinal);
        Assert.Contains($"    fetch     {path}  done: {document}\n", naming.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_same_change_told_by_two_events_is_fetched_once()
    {
        var shown = await named.Installation.RunAsync("show", "n7");

        Assert.Contains(
            $"    fetch     {NamedDocuments.Movement}  superseded: n3 names the same change\n",
            shown.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(3, named.Petrosoft.CountOf(PetrosoftEndpoint.BusinessDocument));
        Assert.Equal(1, named.Petrosoft.CountOf(PetrosoftEndpoint.Token));
        Assert.Empty(named.Petrosoft.Violations);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_probe_is_noted()
    {
        var shown = await named.Installation.RunAsync("show", "n8");

        Assert.StartsWith("n8  noted  s3-test-event", shown.Output, StringComparison.Ordinal);
        Assert.Contains("Amazon S3 tried whether its events come here", shown.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public Task The_host_holds_exactly_the_rows_worked_by_hand()
    {
        HandWorked.AssertSame(HandWorked.FuelInvoice, named.Ationet.Deliveries.Select(delivery => delivery.Row));
        HandWorked.AssertSame(HandWorked.StickReadings, named.Ationet.Inventories.Select(inventory => inventory.Row));
        Assert.Empty(named.Ationet.Violations);
        return Task.CompletedTask;
    }
}
