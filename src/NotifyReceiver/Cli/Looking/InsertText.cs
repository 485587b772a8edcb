using NotifyReceiver.Ationet;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Attempts;
using NotifyReceiver.Inserts.Corrections;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Cli.Looking;

/// <summary>An insert as <c>show</c> writes it for people.</summary>
internal static class InsertText
{
    /// <param name="hasDifferenceToSend">Whether an operator may have only the difference sent.</param>
    public static void Write(
        InsertSummary insert,
        IReadOnlyList<Difference> differences,
        bool hasDifferenceToSend,
        IReadOnlyList<AttemptSummary> attempts
    )
    {
        Console.Out.WriteLine(
            $"{insert.Id}  {insert.State}  {insert.Kind}  tank {insert.TankNumber}  product {insert.ProductCode}  "
                + $"{insert.OccurredAt}  {insert.Volume}"
        );
        if (Views.ReasonOf(insert) is { Length: > 0 } reason)
        {
            Console.Out.WriteLine($"    reason    {reason}");
        }
        if (insert.DocumentRow is not null)
        {
            Console.Out.WriteLine($"    sends     only the difference to {insert.Corrects}");
        }
        foreach (var difference in differences)
        {
            Console.Out.WriteLine($"    differs   {difference}");
        }
        if (insert is { State: InsertState.Held, Corrects: { } earlier })
        {
            WriteChoices(insert.Id, earlier, hasDifferenceToSend);
        }
        foreach (var attempt in attempts)
        {
            Write(attempt);
        }
        if (attempts.All(attempt => attempt.Purpose != AttemptSummary.Insert))
        {
            Console.Out.WriteLine($"    not sent  {insert.Row}");
        }
    }

    private static void WriteChoices(InsertId held, InsertId earlier, bool hasDifferenceToSend)
    {
        Console.Out.WriteLine($"    decide    release {held}: send it beside {earlier}, as another delivery");
        if (hasDifferenceToSend)
        {
            Console.Out.WriteLine(
                $"              release {held} --difference: send only what it has more than {earlier}"
            );
        }
        Console.Out.WriteLine(
            $"              dismiss {held}: never send it; {earlier} is right, or was corrected in the portal"
        );
    }

    private static void Write(AttemptSummary attempt)
    {
        var outcome = $"{attempt.Outcome ?? "under way"}: {attempt.Detail}";
        var shared = attempt is { Purpose: AttemptSummary.Insert, Together: > 1 } ? $", one of {attempt.Together}" : "";
        Console.Out.WriteLine(
            attempt.Purpose == AttemptSummary.Verify
                ? $"    look {attempt.Number}  {Output.Time(attempt.StartedAt)}  {attempt.Found} ({outcome})"
                : $"    attempt {attempt.Number}{shared}  {Output.Time(attempt.StartedAt)}  {outcome}"
        );
        Console.Out.WriteLine($"    {attempt.Address ?? $"POST {FmsRequest.Path} (dry run)"}");
        Console.Out.WriteLine($"    {attempt.Request}");
        if (!string.IsNullOrEmpty(attempt.Reply))
        {
            Console.Out.WriteLine($"    reply {attempt.Status}  {PlainLine.Of(attempt.Reply)}");
        }
    }
}
