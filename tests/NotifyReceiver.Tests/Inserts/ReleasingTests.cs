using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Tests.Support;
using static NotifyReceiver.Tests.Support.OutboxOnDisk;

namespace NotifyReceiver.Tests.Inserts;

/// <summary>A release says exactly what it sends, and beside what.</summary>
public sealed class ReleasingTests : IAsyncLifetime
{
    private static readonly InsertId First = new(1);
    private static readonly InsertId Second = new(2);

    private readonly OutboxOnDisk _outbox = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    [Fact]
    public async Task It_tells_the_volume_and_the_accepted_one_that_it_is_sent_beside()
    {
        await CorrectAcceptedAsync();

        var (sent, _) = await _outbox.AnswerToReleaseAsync(Second);

        Assert.Equal("i2 will be sent whole: tank 01, product 001, 120.0, beside i1, which ATIONET has accepted", sent);
    }

    [Fact]
    public async Task Of_a_difference_it_tells_how_much_of_how_much()
    {
        await CorrectAcceptedAsync();

        var (sent, _) = await _outbox.AnswerToReleaseDifferenceAsync(Second);

        // 120 - 100
        Assert.Equal("of i2 only the difference to i1 will be sent: tank 01, product 001, 20.0, of 120.0", sent);
    }

    [Theory]
    [InlineData(InsertState.Pending)]
    [InlineData(InsertState.Refused)]
    public async Task After_a_difference_that_ationet_does_not_have_it_sends_the_whole(string stateOfTheDifference)
    {
        await CorrectAcceptedAsync();
        await _outbox.ReleaseDifferenceAsync(Second);
        await _outbox.FinishAsync(stateOfTheDifference);

        var (sent, _) = await _outbox.AnswerToReleaseAsync(Second);

        Assert.StartsWith("i2 will be sent whole: tank 01, product 001, 120.0", sent, StringComparison.Ordinal);
        var released = _outbox.Queries.Find(Second)!;
        Assert.Equal(("120.0", null), (released.Volume, released.DocumentRow));
        var claimed = await _outbox.ClaimAsync();
        Assert.Equal("120.0", Row.FromJson(RowKind.Delivery, claimed!.Body)["TotalVolume"]);
    }

    [Fact]
    public async Task A_replay_of_a_refused_difference_names_the_release_of_the_difference()
    {
        await CorrectAcceptedAsync();
        await _outbox.ReleaseDifferenceAsync(Second);
        await _outbox.FinishAsync(InsertState.Refused);

        Assert.EndsWith(
            "If ATIONET does not have it: release i2 --difference",
            await _outbox.ReplayAsync(Second),
            StringComparison.Ordinal
        );
    }

    // Only their invoice tells that they are versions of one document; told by its identity, the first would be withdrawn.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_an_old_version_it_names_the_later_one_that_was_accepted(bool isDismissed)
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0"));
        await _outbox.FinishAsync(InsertState.Refused);
        if (isDismissed)
        {
            await _outbox.DismissAsync(First);
        }
        await _outbox.FillAsync(await _outbox.NotificationAsync("b"), Delivery("120.0"), Delivery("50.0", tank: "02"));
        await _outbox.FinishAsync(InsertState.Accepted);

        var (sent, refusal) = await _outbox.AnswerToReleaseAsync(First);

        Assert.Null(refusal);
        Assert.Equal(
            "i1 will be sent whole: tank 01, product 001, 100.0, "
                + "beside i2, which ATIONET has accepted, and i3, which ATIONET has accepted",
            sent
        );
    }

    [Fact]
    public async Task The_other_lines_of_its_own_document_are_nothing_to_tell()
    {
        await FillAsync("a", Delivery("100.0"), Delivery("50.0", tank: "02"));
        await _outbox.FinishAsync(InsertState.Held);

        var (sent, _) = await _outbox.AnswerToReleaseAsync(First);

        Assert.Equal("i1 will be sent whole: tank 01, product 001, 100.0", sent);
    }

    [Fact]
    public async Task Others_that_will_or_may_be_there_are_told_as_such()
    {
        await FillAsync("a", Delivery("100.0"));
        await _outbox.FinishAsync(InsertState.Held);
        await FillAsync("b", Delivery("120.0"));

        Assert.EndsWith(
            "120.0, beside i1, which ATIONET may have",
            (await _outbox.AnswerToReleaseAsync(Second)).Sent,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "100.0, beside i2, which is pending",
            (await _outbox.AnswerToReleaseAsync(First)).Sent,
            StringComparison.Ordinal
        );
    }

    private async Task CorrectAcceptedAsync()
    {
        await FillAsync("a", Delivery("100.0"));
        await _outbox.FinishAsync(InsertState.Accepted);
        await FillAsync("b", Delivery("120.0"));
    }

    private async Task FillAsync(string body, params IReadOnlyList<Row> rows) =>
        await _outbox.FillAsync(await _outbox.NotificationAsync(body), "INV1", isDryRun: false, rows);
}
