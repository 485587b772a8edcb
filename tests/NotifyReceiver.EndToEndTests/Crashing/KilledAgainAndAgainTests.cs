using System.Security.Cryptography;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Crashing;

public sealed class KilledAgainAndAgainTests(ITestOutputHelper log)
{
    private const int Terminals = 20;
    private const int Kills = 10;
    private const int DocumentsALife = 40;

    // Of the documents of a life, so many at most arrive before the kill: there is always something left to arrive.
    private const int MostBeforeTheKill = 30;

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Each_delivery_is_there_once_and_each_reading_at_least_once_and_nothing_is_open()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        installation.LookUpAt(ationet);
        installation.Directory.Write("sites.json", Stations.File(Terminals));
        var documents = new Documents(Terminals);

        for (var life = 0; life < Kills; life++)
        {
            var program = await installation.StartAsync();
            var enough = ationet.Rows.Count + RandomNumberGenerator.GetInt32(1, MostBeforeTheKill);
            var posting = documents.PostAsync(installation, DocumentsALife);
            await ationet.WaitForAsync(host => host.Rows.Count >= enough, Deadline.OfWait);
            await program.KillAsync();
            await posting;
        }
        await installation.StartAsync();
        await documents.PostAsync(installation, more: 0);

        await installation.Listing.WaitForInsertsAsync(documents.Count, "accepted");
        Assert.Equal(
            documents.Invoices.Order(StringComparer.Ordinal),
            ationet.Deliveries.Select(delivery => delivery.InvoiceNumber).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            documents.Readings.Order(StringComparer.Ordinal),
            ationet
                .Inventories.Select(inventory => $"{inventory.Terminal} {inventory.DateTime}")
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
        Assert.Empty(ationet.Violations);
        Assert.Equal(
            "0|0\n",
            await installation.SqlAsync(
                """
                SELECT (SELECT count(*) FROM requests WHERE finished_at IS NULL),
                       (SELECT count(*) FROM terminals WHERE turn IS NOT NULL)
                """
            )
        );
    }
}
