using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Deciding;

namespace NotifyReceiver.Tests.Dispatching.Histories;

/// <summary>Decides by what is at the host, and at times asks for whatever comes to his mind.</summary>
internal sealed class Operator(Scene scene, Books books)
{
    private readonly Scene _scene = scene;

    /// <summary>When nothing is under way at the host.</summary>
    public async Task DecideAsync()
    {
        await _scene.World.SettleAsync();
        var held = _scene.Outbox.All().Where(it => it.State == InsertState.Held).ToList();
        if (held.Count == 0)
        {
            return;
        }
        var insert = _scene.Dice.Any(held);
        if (_scene.CanLook && insert.OutcomeUnknown != 0 && _scene.Dice.Next(2) == 0)
        {
            var now = _scene.World.Clock.GetUtcNow();
            await _scene.World.Database.WriteAsync(connection => LookingUp.Ask(connection, insert.Id, now));
            _scene.Log($"{insert.Id} is to be looked up");
            return;
        }
        await DecideAsync(insert);
    }

    public async Task DecideAsync(HistoryOutbox.Insert insert)
    {
        var now = _scene.World.Clock.GetUtcNow();
        if (insert.OutcomeUnknown != 0 && books.IsUnexplainedAtTheHost(insert))
        {
            Assert.Null(await _scene.World.Database.WriteAsync(it => Dismissing.Dismiss(it, insert.Id, "an operator")));
            books.FindByAPerson(insert.Id);
            _scene.Log($"{insert.Id} is there, and dismissed");
            return;
        }
        var (sent, refusal) = await _scene.World.Database.WriteAsync(it => Resending.Release(it, insert.Id, now));
        Assert.Null(refusal);
        books.AllRight(insert.TerminalCode);
        _scene.Log(sent!);
    }

    // Whatever he asks for at whatever moment, it may be refused, and it doubles nothing.
    public async Task MeddleAsync()
    {
        var all = _scene.Outbox.All();
        if (all.Count == 0)
        {
            return;
        }
        var insert = _scene.Dice.Any(all);
        var now = _scene.World.Clock.GetUtcNow();
        var answer = _scene.Dice.Next(3) switch
        {
            0 => await _scene.World.Database.WriteAsync(it => Dismissing.Dismiss(it, insert.Id, "an operator")),
            1 => await _scene.World.Database.WriteAsync(it => LookingUp.Ask(it, insert.Id, now)),
            _ => await _scene.World.Database.WriteAsync(it => Resending.Replay(it, insert.Id, now)),
        };
        _scene.Log($"{insert.Id}, {insert.State}, is meddled with: {answer ?? "done"}; {_scene.States}");
    }
}
