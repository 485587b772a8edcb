using Dapper;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Retention;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Retention;

/// <summary>What pruning, fetching and lists do must not read through all that was kept for years.</summary>
public sealed class HistoryOfYearsTests : IAsyncLifetime
{
    private readonly OutboxOnDisk _outbox = new();

    public static TheoryData<string> Statements =>
        [Candidate.Next, Forgetting.Forgettable, Forgetting.MustStay, Forgetting.EmptyRequests];

    public static TheoryData<string> RareInserts =>
        [
            InsertState.Pending,
            InsertState.Verifying,
            InsertState.AcceptedWithWarnings,
            InsertState.Refused,
            InsertState.Held,
            InsertState.DryRun,
            InsertState.Withdrawn,
            InsertState.Dismissed,
        ];

    public static TheoryData<string> RareNotifications =>
        [
            NotificationState.Pending,
            NotificationState.Fetching,
            NotificationState.Fetched,
            NotificationState.Noted,
            NotificationState.Quarantined,
            NotificationState.Dismissed,
        ];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    [Theory]
    [MemberData(nameof(Statements))]
    public void Pruning_goes_by_indexes_alone(string statement) =>
        Assert.DoesNotContain("SCAN", WithoutIndexScans(PlanOf(statement)), StringComparison.Ordinal);

    [Fact]
    public void What_a_call_carried_is_found_by_its_content_in_each_part_of_the_index()
    {
        var plan = _outbox.PlanOf(FetchedInbox.CarriedUnderAnId, new { bodySha256 = Array.Empty<byte>() });

        Assert.Contains(
            "SEARCH notifications USING INDEX notifications_content (<expr>=? AND body_sha256=?)",
            plan,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("SCAN notifications", plan, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RareInserts))]
    public void A_list_of_inserts_of_a_rare_state_goes_by_an_index_of_it(string state) =>
        Assert.Contains(
            "inserts USING COVERING INDEX inserts_",
            PlanOf(InsertQueries.Listing(state)),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_start_counts_what_other_runs_left_without_what_is_done()
    {
        var plan = PlanOf(InsertQueries.OfOtherRuns);

        Assert.Contains("INDEX inserts_waiting", plan, StringComparison.Ordinal);
        Assert.Contains("INDEX inserts_rare", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_what_is_being_sent_goes_by_the_requests_under_way()
    {
        var plan = PlanOf(InsertQueries.Listing(InsertState.Sending));

        Assert.Contains("requests_unfinished", plan, StringComparison.Ordinal);
        Assert.Contains("SEARCH inserts USING INTEGER PRIMARY KEY", plan, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RareNotifications))]
    public void A_list_of_notifications_of_a_rare_state_goes_by_an_index_of_it(string state) =>
        Assert.Contains(
            "notifications USING COVERING INDEX notifications_",
            PlanOf(NotificationQueries.Listing(state)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(InsertState.Accepted)]
    [InlineData(null)]
    public void A_list_of_what_is_frequent_begins_at_the_newest(string? state)
    {
        Assert.DoesNotContain("TEMP B-TREE", PlanOf(InsertQueries.Listing(state)), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "TEMP B-TREE",
            PlanOf(NotificationQueries.Listing(state is null ? null : NotificationState.Converted)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("notifications")]
    [InlineData("inserts")]
    [InlineData("requests")]
    public void What_refers_to_a_row_that_is_deleted_is_found_by_an_index(string parent)
    {
        using var connection = _outbox.Database.OpenReader();
        var references = connection
            .Query<(string Child, string Column)>(
                """
                SELECT tables.name, keys."from"
                FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
                WHERE tables.type = 'table' AND keys."table" = @parent
                """,
                new { parent }
            )
            .ToList();

        Assert.NotEmpty(references);
        Assert.All(
            references,
            it =>
                Assert.Contains(
                    "SEARCH",
                    _outbox.PlanOf($"SELECT 1 FROM {it.Child} WHERE {it.Column} = @one", new { one = 1 }),
                    StringComparison.Ordinal
                )
        );
    }

    private static string WithoutIndexScans(string plan) =>
        string.Join('\n', plan.Split('\n').Where(step => !step.Contains("USING", StringComparison.Ordinal)));

    private string PlanOf(string statement) =>
        _outbox.PlanOf(
            statement,
            new
            {
                seq = 1,
                after = 1,
                most = 1,
                isDryRun = false,
            }
        );
}
