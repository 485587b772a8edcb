using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Dispatching.Sending;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Attempts;

namespace NotifyReceiver.Tests.Dispatching;

public sealed class NextStepTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 16, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, string> Steps
    {
        get
        {
            var steps = new TheoryData<string, string, string>();
            foreach (var kind in Enum.GetNames<RowKind>())
            {
                steps.Add(kind, "accepted", InsertState.Accepted);
                steps.Add(kind, "accepted-with-warnings", InsertState.AcceptedWithWarnings);
                steps.Add(kind, "refused", InsertState.Refused);
                steps.Add(kind, "dry-run", InsertState.DryRun);
                steps.Add(kind, "transient", InsertState.Pending);
                steps.Add(kind, "credentials-refused", InsertState.Pending);
            }
            steps.Add(nameof(RowKind.Delivery), "conflict", InsertState.Held);
            steps.Add(nameof(RowKind.Inventory), "conflict", InsertState.Refused);
            steps.Add(nameof(RowKind.Delivery), "unknown", InsertState.Held);
            steps.Add(nameof(RowKind.Inventory), "unknown", InsertState.Pending);
            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void An_outcome_decides_where_the_insert_stands(string kind, string outcome, string state) =>
        Assert.Equal(state, After(Enum.Parse<RowKind>(kind), Outcomes.Single(it => it.Name == outcome)).State);

    [Fact]
    public void What_may_be_taken_later_is_due_later_and_not_before_the_host_asked()
    {
        Assert.Equal(Now.AddSeconds(2), After(RowKind.Delivery, new Outcome.Transient("", RetryAfter: null)).DueAt);
        Assert.Equal(Now.AddHours(1), After(RowKind.Delivery, new Outcome.Transient("", TimeSpan.FromHours(1))).DueAt);
    }

    [Fact]
    public void A_delivery_that_ATIONET_may_have_tells_the_operator_what_to_do() =>
        Assert.Contains(
            "send it again only if it is not there",
            After(RowKind.Delivery, new Outcome.Unknown("sent, but reset")).Reason,
            StringComparison.Ordinal
        );

    private static IReadOnlyList<Outcome> Outcomes =>
        [
            new Outcome.Accepted(""),
            new Outcome.AcceptedWithWarnings(""),
            new Outcome.Refused(""),
            new Outcome.NotSent(""),
            new Outcome.Transient("", RetryAfter: null),
            new Outcome.CredentialsRefused(""),
            new Outcome.Unknown(""),
            new Outcome.Conflict(""),
        ];

    private static AttemptRecord After(RowKind kind, Outcome outcome) =>
        NextStep.After(
            new ClaimedInsert(new InsertId(1), kind, Attempt: 1, "{}"),
            new Attempt(outcome, Status: null, Reply: null),
            Now,
            chance: 1
        );
}
