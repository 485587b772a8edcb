using NotifyReceiver.Inserts.Corrections;
using NotifyReceiver.Inserts.Turns;
using NotifyReceiver.Inserts.Verifying;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Inserts;

/// <summary>An outbox keeps all that it ever sent; what is done again and again must not read through it.</summary>
public sealed class OutboxOfYearsTests : IAsyncLifetime
{
    private readonly OutboxOnDisk _outbox = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    [Fact]
    public void A_conversion_withdraws_by_the_inserts_of_its_own_document()
    {
        var plan = _outbox.PlanOf(
            Withdrawal.Statement,
            new
            {
                reason = "",
                keys = "[]",
                known = "[]",
                replaced = "[]",
            }
        );

        Assert.Contains("SEARCH inserts USING INTEGER PRIMARY KEY", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN inserts", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_delivery_may_correct_is_found_without_the_other_deliveries_of_its_terminal()
    {
        var plan = _outbox.PlanOf(
            CorrectionSearch.Statement,
            new
            {
                terminalCode = OutboxOnDisk.Terminal,
                tankNumber = "01",
                productCode = "001",
                invoice = "INV1",
                keys = "[]",
                versions = "[]",
                matched = "[]",
            }
        );

        Assert.Contains("SEARCH inserts USING INDEX inserts_invoice", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("inserts_terminal", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN inserts", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void The_terminals_that_have_something_to_send_are_found_by_their_index_alone()
    {
        var plan = _outbox.PlanOf(WaitingTerminals.Sending, Times);

        Assert.Contains("USING COVERING INDEX inserts_waiting (terminal_code>?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN inserts\n", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_terminal_sends_next_stands_first_in_its_index()
    {
        var plan = _outbox.PlanOf(Claiming.Oldest, Times);

        Assert.Equal("SEARCH inserts USING INDEX inserts_waiting (terminal_code=?)", plan);
    }

    public static TheoryData<string, string> Statements =>
        new()
        {
            { WaitingTerminals.Verifying, "inserts_verifying" },
            { WaitingTerminals.Interrupted, "requests_unfinished" },
            { Interrupted.Finish, "requests_unfinished" },
            { Interrupted.PutBack, "requests_unfinished" },
            { VerifiedDelivery.DueOnes, "inserts_verifying" },
            { Settling.Others, "inserts_terminal" },
        };

    [Theory]
    [MemberData(nameof(Statements))]
    public void What_is_open_is_found_without_what_is_done(string statement, string index)
    {
        var plan = _outbox.PlanOf(statement, Times);

        Assert.Contains($"INDEX {index}", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN inserts\n", plan + "\n", StringComparison.Ordinal);
    }

    private static object Times =>
        new
        {
            now = "",
            far = "",
            longestTurn = "",
            reason = "",
            terminalCode = "",
            TerminalCode = "",
            isDryRun = false,
            IsDryRun = false,
            most = 1,
            from = "",
            to = "",
        };
}
