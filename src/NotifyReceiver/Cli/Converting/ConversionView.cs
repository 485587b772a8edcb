using System.Text.Json.Nodes;
using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Cli.Converting;

/// <summary>Shows what a document became: the rows and the requests, or how each field came about.</summary>
internal sealed class ConversionView(Explanation explanation, AtionetOptions ationet)
{
    private bool Maps => explanation.Problems.Count == 0;

    public void Write(bool explain, bool json)
    {
        if (json)
        {
            Output.WriteJson(explain ? Explained() : Short());
            return;
        }
        if (explain)
        {
            new ExplanationText(explanation).Write();
        }
        if (Maps)
        {
            WriteRows(explain);
        }
    }

    private void WriteRows(bool explain)
    {
        if (!explain)
        {
            Output.WriteTable(
                ["KIND", "TANK", "PRODUCT", "DATE-TIME", "VOLUME", "INVOICE"],
                [.. explanation.Rows.Select(row => Cells(row.Row))]
            );
            WriteNotes();
        }
        foreach (var request in Requests())
        {
            Console.Out.WriteLine(request);
        }
    }

    private void WriteNotes()
    {
        foreach (var note in explanation.Notes)
        {
            Console.Out.WriteLine($"note  {PlainLine.Of(note)}");
        }
        Console.Out.WriteLine();
    }

    private static IReadOnlyList<string> Cells(Row row) =>
        [
            row.Kind == RowKind.Delivery ? "delivery" : "inventory",
            row["TankNumber"] ?? "-",
            row["ProductCode"] ?? "-",
            row.OccurredAt ?? "-",
            row.Volume ?? "-",
            row["InvoiceNumber"] ?? "-",
        ];

    // One row a request, as the service sends them.
    private IEnumerable<string> Requests() =>
        Maps
            ? explanation.Rows.Select(row =>
                new FmsRequest(row.Row.Kind, explanation.Site!.TerminalCode, [row.Row.ToJson()]).ToJson(
                    ationet.SystemModel,
                    ationet.SystemVersion
                )
            )
            : [];

    private object Short() =>
        new
        {
            maps = Maps,
            profile = explanation.Profile,
            location = explanation.Site?.Location,
            terminalCode = explanation.Site?.TerminalCode,
            identity = explanation.Identity,
            requests = Requests().Select(request => JsonNode.Parse(request)),
            notes = explanation.Notes,
            problems = explanation.Problems,
        };

    private object Explained() =>
        new
        {
            maps = Maps,
            profile = explanation.Profile,
            profiles = explanation.Verdicts,
            location = explanation.Location,
            terminalCode = explanation.Site?.TerminalCode,
            timeZone = explanation.Site?.TimeZone.Id,
            identity = explanation.Identity,
            identityFields = explanation.IdentityFields,
            rows = explanation.Rows.Select(row => new
            {
                name = row.Name,
                fields = row.Fields,
                row = row.Row.Values,
            }),
            skipped = explanation.Skipped,
            requests = Requests().Select(request => JsonNode.Parse(request)),
            notes = explanation.Notes,
            problems = explanation.Problems,
        };
}
