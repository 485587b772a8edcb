using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Dispatching.Sending;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Turns;

namespace NotifyReceiver.Tests.Dispatching;

/// <summary>The table of outcomes: what becomes of an insert, and when its terminal goes on.</summary>
public sealed class NextStepTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static TheoryData<string, bool, string, string> Alone
    {
        get
        {
            var steps = new TheoryData<string, bool, string, string>();
            foreach (var canLook in new[] { true, false })
            {
                foreach (var kind in Enum.GetNames<RowKind>())
                {
                    steps.Add(kind, canLook, "accepted", InsertState.Accepted);
                    steps.Add(kind, canLook, "refused", InsertState.Refused);
                    steps.Add(kind, canLook, "dry-run", InsertState.DryRun);
                    steps.Add(kind, canLook, "throttled", InsertState.Pending);
                    steps.Add(kind, canLook, "unreachable", InsertState.Pending);
                    steps.Add(kind, canLook, "credentials-refused", InsertState.Pending);
                }
                steps.Add(
                    nameof(RowKind.Inventory),
                    canLook,
                    "accepted-with-warnings",
                    InsertState.AcceptedWithWarnings
                );
                steps.Add(nameof(RowKind.Inventory), canLook, "transient", InsertState.Pending);
                steps.Add(nameof(RowKind.Inventory), canLook, "unknown", InsertState.Pending);
                steps.Add(nameof(RowKind.Inventory), canLook, "conflict", InsertState.Refused);
                var unknown = canLook ? InsertState.Verifying : InsertState.Held;
                steps.Add(nameof(RowKind.Delivery), canLook, "unknown", unknown);
                steps.Add(nameof(RowKind.Delivery), canLook, "conflict", unknown);
            }
            steps.Add(nameof(RowKind.Delivery), true, "accepted-with-warnings", InsertState.Verifying);
            steps.Add(nameof(RowKind.Delivery), false, "accepted-with-warnings", InsertState.AcceptedWithWarnings);
            steps.Add(nameof(RowKind.Delivery), true, "transient", InsertState.Verifying);
            steps.Add(nameof(RowKind.Delivery), false, "transient", InsertState.Pending);
            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Alone))]
    public void An_outcome_decides_where_the_insert_stands(string kind, bool canLook, string outcome, string state)
    {
        var insert = Assert.Single(After(kind, Outcomes.Single(it => it.Name == outcome), canLook).Inserts);

        Assert.Equal(state, insert.State);
        Assert.Equal(state is InsertState.Verifying or InsertState.Held, insert.OutcomeUnknown);
    }

    [Theory]
    [InlineData("accepted-with-warnings")]
    [InlineData("refused")]
    public void Of_several_deliveries_ATIONET_may_have_taken_some_so_each_is_looked_up_and_sent_alone(string outcome)
    {
        var record = After("Delivery", Outcomes.Single(it => it.Name == outcome), count: 3);

        Assert.All(
            record.Inserts,
            insert => Assert.Equal((InsertState.Verifying, 1), (insert.State, insert.MostTogether))
        );
    }

    [Theory]
    [InlineData("refused", 5, 3)]
    [InlineData("refused", 2, 1)]
    [InlineData("conflict", 4, 2)]
    public void Readings_that_are_refused_together_are_sent_again_by_halves(string outcome, int count, int half)
    {
        var record = After("Inventory", Outcomes.Single(it => it.Name == outcome), count: count);

        Assert.All(
            record.Inserts,
            insert => Assert.Equal((InsertState.Pending, half), (insert.State, insert.MostTogether))
        );
        Assert.Equal(Now, record.TerminalDueAt);
    }

    [Fact]
    public void A_terminal_whose_request_fails_in_passing_waits_and_what_is_behind_waits_with_it()
    {
        var record = After("Inventory", new Outcome.Transient("", RetryAfter: null), failures: 2);

        Assert.Equal(Now.AddSeconds(8), record.TerminalDueAt);
        Assert.Equal(3, record.Failures);
        Assert.Equal((Now, 1), (record.Inserts[0].DueAt, record.Inserts[0].Tries));
        Assert.Equal(TimeSpan.FromSeconds(8), record.Inserts[0].Waited);
    }

    [Fact]
    public void The_host_is_not_asked_before_the_time_that_it_named() =>
        Assert.Equal(
            Now.AddMinutes(10),
            After("Inventory", new Outcome.Transient("", TimeSpan.FromMinutes(10))).TerminalDueAt
        );

    [Fact]
    public void One_that_fails_again_and_again_lets_those_behind_it_go_past()
    {
        var record = After(
            "Inventory",
            new Outcome.Transient("", RetryAfter: null),
            each: Tried(NextStep.MostTriesInFront - 1),
            failures: NextStep.MostTriesInFront - 1
        );

        Assert.Equal(Now, record.TerminalDueAt);
        Assert.True(record.Inserts[0].DueAt > Now);
    }

    [Fact]
    public void Several_that_fail_again_and_again_are_sent_in_smaller_company() =>
        Assert.All(
            After("Inventory", new Outcome.Unknown(""), count: 4, each: Tried(tries: 2)).Inserts,
            insert => Assert.Equal(2, insert.MostTogether)
        );

    [Theory]
    [InlineData("unreachable")]
    [InlineData("throttled")]
    public void What_never_got_to_the_host_keeps_its_place_and_its_terminal_is_not_to_blame(string outcome)
    {
        var record = After(
            "Delivery",
            Outcomes.Single(it => it.Name == outcome),
            failures: 3,
            pause: TimeSpan.FromSeconds(20)
        );

        Assert.Equal((3, Now), (record.Failures, record.TerminalDueAt));
        Assert.Equal((0, Now), (record.Inserts[0].Tries, record.Inserts[0].DueAt));
        Assert.Equal(TimeSpan.FromSeconds(20), record.Inserts[0].Waited);
    }

    [Theory]
    [InlineData("Inventory", "transient", false)]
    [InlineData("Delivery", "transient", true)]
    [InlineData("Delivery", "unreachable", false)]
    public void What_has_waited_too_long_is_held_and_not_dropped(string kind, string outcome, bool mayBeThere)
    {
        var insert = After(
            kind,
            Outcomes.Single(it => it.Name == outcome),
            canLook: false,
            each: Tried(tries: 0, Week - TimeSpan.FromSeconds(1)),
            pause: TimeSpan.FromMinutes(1)
        ).Inserts[0];

        Assert.Equal((InsertState.Held, mayBeThere), (insert.State, insert.OutcomeUnknown));
        Assert.StartsWith("given up after 7 days of tries", insert.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_delivery_that_ATIONET_may_have_and_that_nobody_can_look_up_tells_the_operator_what_to_do()
    {
        var reason = After("Delivery", new Outcome.Unknown("sent, but reset"), canLook: false).Inserts[0].Reason;

        Assert.StartsWith("sent, but reset; no user for it; ", reason, StringComparison.Ordinal);
        Assert.Contains("send it again only if it is not there", reason, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Outcome> Outcomes =>
        [
            new Outcome.Accepted(""),
            new Outcome.AcceptedWithWarnings(""),
            new Outcome.Refused(""),
            new Outcome.NotSent(""),
            new Outcome.Transient("", RetryAfter: null),
            new Outcome.Throttled("", RetryAfter: null),
            new Outcome.Unreachable(""),
            new Outcome.CredentialsRefused(""),
            new Outcome.Unknown(""),
            new Outcome.Conflict(""),
        ];

    private static RequestRecord After(
        string kind,
        Outcome outcome,
        bool canLook = true,
        int count = 1,
        int failures = 0,
        ClaimedInsert? each = null,
        TimeSpan pause = default
    )
    {
        each ??= Tried(tries: 0);
        var inserts = Enumerable.Range(1, count).Select(seq => each with { Id = new InsertId(seq) });
        var claim = new Claim.Send(
            new Turn("T1", "turn", Now),
            Request: 1,
            Enum.Parse<RowKind>(kind),
            [.. inserts],
            "{}",
            failures
        );
        var terms = new StepTerms(Week, Settle, canLook ? null : "no user for it");
        return new NextStep(
            claim,
            new Attempt(outcome, Status: null, Reply: null),
            terms,
            pause,
            Now,
            chance: 1
        ).ToRecord();
    }

    private static ClaimedInsert Tried(int tries, TimeSpan waited = default) =>
        new(new InsertId(1), tries, waited, MostTogether: null);
}
