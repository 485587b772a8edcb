using System.Globalization;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Dispatching.Histories;

/// <summary>Documents that arrive, come again and are corrected.</summary>
internal sealed class Papers(Scene scene, Books books)
{
    private readonly Scene _scene = scene;
    private readonly List<(string Terminal, string? Identity, IReadOnlyList<Row> Rows)> _documents = [];
    private int _volumes;
    private int _bodies;

    public async Task ArriveAsync()
    {
        var terminal = _scene.Dice.Any(_scene.Terminals);
        var isDelivery = _scene.Dice.Next(3) > 0;
        var invoice = isDelivery && _scene.Dice.Next(6) > 0 ? $"INV{_scene.Prefix}-{_documents.Count}" : null;
        var rows = Enumerable
            .Range(0, _scene.Dice.Next(1, 4))
            .Select(_ => isDelivery ? NewDelivery(invoice) : NewInventory())
            .ToList();
        if (isDelivery && _scene.Dice.Next(6) == 0)
        {
            rows.Add(rows[0]);
        }
        _documents.Add((terminal, isDelivery ? invoice : null, rows));
        await FillAsync(terminal, isDelivery ? invoice : null, rows);
    }

    public Task ComeAgainAsync() => _documents.Count == 0 ? Task.CompletedTask : FillAsync(_scene.Dice.Any(_documents));

    public async Task BeCorrectedAsync(bool isQuiet)
    {
        var known = _documents.Where(it => it.Identity is not null).ToList();
        if (known.Count == 0)
        {
            return;
        }
        var (terminal, identity, rows) = _scene.Dice.Any(known);
        IReadOnlyList<Row> corrected = [.. rows.Skip(1), NewDelivery(identity)];
        string? wrong = null;
        if (isQuiet)
        {
            var first = NewestOf(terminal, rows[0]);
            if (
                !corrected.Contains(rows[0])
                && first is { State: InsertState.Pending or InsertState.Verifying }
                && !books.AtTheHost().ContainsKey(first.Content)
            )
            {
                wrong = first.Content;
            }
        }
        await FillAsync((terminal, identity, corrected));
        if (wrong is not null)
        {
            books.Never(wrong);
        }
    }

    private HistoryOutbox.Insert? NewestOf(string terminal, Row row) =>
        _scene.Outbox.All().LastOrDefault(it => it.TerminalCode == terminal && it.Volume == row.Volume);

    private Task FillAsync((string Terminal, string? Identity, IReadOnlyList<Row> Rows) document) =>
        FillAsync(document.Terminal, document.Identity, document.Rows);

    private async Task FillAsync(string terminal, string? identity, IReadOnlyList<Row> rows)
    {
        var now = _scene.World.Clock.GetUtcNow();
        var id = await Filling.NotificationAsync(_scene.World.Database, $"{_scene.Prefix} {_bodies++}", now);
        await Filling.FillAsync(_scene.World.Database, id, terminal, identity, isDryRun: false, rows, now);
        books.RightAgain(rows.Select(row => NewestOf(terminal, row)!.Content));
        _scene.Log($"{id} of {terminal}: {string.Join(", ", rows.Select(row => $"{row.OccurredAt} {row.Volume}"))}");
    }

    private string WallClock() =>
        WireText.Of(
            new DateTime(2026, 1, 15, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(_scene.Dice.Next(3 * 24 * 60))
        );

    private string NewVolume() => string.Create(CultureInfo.InvariantCulture, $"{1000 + _volumes++}.5");

    private Row NewDelivery(string? invoice) => Filling.Delivery(NewVolume(), WallClock(), Tank(), invoice: invoice);

    private Row NewInventory() => Filling.Inventory(NewVolume(), WallClock(), Tank());

    private string Tank() => string.Create(CultureInfo.InvariantCulture, $"{_scene.Dice.Next(1, 4):00}");
}
