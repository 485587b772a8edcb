using NotifyReceiver.Inserts.Attempts;
using NotifyReceiver.Inserts.Corrections;
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

    [Theory]
    [InlineData(AttemptStore.FinishInterrupted, "attempts_unfinished")]
    [InlineData(AttemptStore.RecoverInterrupted, "inserts_open")]
    public void A_start_looks_at_what_may_be_under_way_alone(string statement, string index) =>
        Assert.Contains(
            $"USING INDEX {index}",
            _outbox.PlanOf(statement, new { now = "", reason = "" }),
            StringComparison.Ordinal
        );
}
