using System.Globalization;
using NotifyReceiver.Inserts;
using NotifyReceiver.Simulators.Ationet;
using SimulatedKind = NotifyReceiver.Simulators.Ationet.InsertKind;

namespace NotifyReceiver.Tests.Dispatching.Histories;

/// <summary>What must be at the simulated host, by what came and by what operators decided.</summary>
internal sealed class Books(Scene scene)
{
    private readonly Scene _scene = scene;
    private readonly HashSet<InsertId> _foundByAPerson = [];
    private readonly HashSet<string> _never = new(StringComparer.Ordinal);

    /// <summary>An operator has seen it at the host.</summary>
    public void FindByAPerson(InsertId id) => _foundByAPerson.Add(id);

    /// <summary>It was not there, nor on its way there, when it was known to be wrong: it must never get there.</summary>
    public void Never(string content) => _never.Add(content);

    /// <summary>What a document has that comes now is right again.</summary>
    public void RightAgain(IEnumerable<string> contents) => _never.ExceptWith(contents);

    /// <summary>What an operator sends beside what it corrects says that both are right.</summary>
    public void AllRight(string terminal) =>
        _never.RemoveWhere(content => content.Contains(terminal, StringComparison.Ordinal));

    public Dictionary<string, int> AtTheHost() =>
        _scene
            .World.Ationet.Rows.Where(row => _scene.Terminals.Contains(row.Terminal))
            .CountBy(ContentOf, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

    private static string ContentOf(InsertedRow row) =>
        $"{(row.Kind == SimulatedKind.Delivery ? "delivery" : "inventory")} {row.Terminal} {row.Tank} {row.Product} "
        + string.Create(CultureInfo.InvariantCulture, $"{row.DateTime} {row.Volume} {row.InvoiceNumber}");

    private bool CountsAsThere(HistoryOutbox.Insert insert) =>
        insert.State is InsertState.Accepted or InsertState.AcceptedWithWarnings || _foundByAPerson.Contains(insert.Id);

    public bool IsUnexplainedAtTheHost(HistoryOutbox.Insert insert) =>
        AtTheHost().GetValueOrDefault(insert.Content)
        > _scene.Outbox.All().Count(it => it.Content == insert.Content && it.Id != insert.Id && CountsAsThere(it));

    // Of each delivery ATIONET has at most as many as were ever to be sent.
    public void CheckNothingIsDoubled()
    {
        var atTheHost = AtTheHost();
        foreach (var alike in _scene.Outbox.All().Where(it => it.Kind == "delivery").GroupBy(it => it.Content))
        {
            Assert.True(
                atTheHost.GetValueOrDefault(alike.Key) <= alike.Count(),
                $"doubled: {alike.Key} is there {atTheHost.GetValueOrDefault(alike.Key)} times; {string.Join(", ", alike)}"
            );
        }
    }

    public void CheckTheEnd()
    {
        var all = _scene.Outbox.All();
        Assert.All(
            all,
            it =>
                Assert.True(
                    it.State
                        is InsertState.Accepted
                            or InsertState.AcceptedWithWarnings
                            or InsertState.Refused
                            or InsertState.Withdrawn
                            or InsertState.Dismissed,
                    $"stuck: {it}"
                )
        );
        Assert.Equal(0, _scene.Outbox.OpenTurnsAndRequests());
        var atTheHost = AtTheHost();
        foreach (var alike in all.GroupBy(it => it.Content))
        {
            var (wanted, there) = (alike.Count(CountsAsThere), atTheHost.GetValueOrDefault(alike.Key));
            // An operator who dismisses what may be there leaves it open.
            var open = alike.Count(it =>
                it is { State: InsertState.Dismissed, OutcomeUnknown: 1 } && !CountsAsThere(it)
            );
            var isDelivery = alike.First().Kind == "delivery";
            Assert.True(
                there >= wanted && (!isDelivery || there <= wanted + open),
                $"the books are wrong: {alike.Key} is there {there} times, and {wanted} times by ours; {string.Join(", ", alike)}"
            );
        }
        Assert.DoesNotContain(_never, atTheHost.ContainsKey);
        // Everything is visible: what people see lists each of them, with a reason where one is due.
        var shown = new InsertQueries(_scene.World.Database);
        Assert.All(all, it => Assert.Equal(it.State, shown.Find(it.Id)!.State));
        Assert.All(all.Where(it => it.State == InsertState.Refused), it => Assert.NotNull(it.Reason));
    }
}
