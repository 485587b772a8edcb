using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Tests.Support;
using static NotifyReceiver.Tests.Support.OutboxOnDisk;

namespace NotifyReceiver.Tests.Inserts;

/// <summary>What an operator can decide about a delivery that corrects one which ATIONET has accepted.</summary>
public sealed class DecidingTests : IAsyncLifetime
{
    private static readonly InsertId First = new(1);
    private static readonly InsertId Corrected = new(2);

    private readonly OutboxOnDisk _outbox = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    [Fact]
    public async Task The_difference_is_shown_field_by_field()
    {
        await CorrectAsync(Delivery("100.0", net: "99.5"), Delivery("120.5", tank: "02"));

        Assert.Equal(
            ["TankNumber: 01 → 02", "TotalVolume: 100.0 → 120.5 (+20.5)", "TotalVolumeTC: 99.5 → nothing"],
            Differences()
        );
    }

    [Fact]
    public async Task Released_it_is_sent_as_another_delivery()
    {
        await CorrectAsync(Delivery("100.0"), Delivery("120.0"));

        Assert.Null(await _outbox.ReleaseAsync(Corrected));

        var claimed = await _outbox.ClaimAsync();
        Assert.Equal(Corrected, claimed!.Inserts[0].Id);
        Assert.Equal("120.0", Sent(claimed.Body)["TotalVolume"]);
    }

    [Fact]
    public async Task Of_the_difference_only_what_is_more_is_sent()
    {
        await CorrectAsync(Delivery("100.0", net: "99.5"), Delivery("120.5", net: "119.25"));

        Assert.Null(await _outbox.ReleaseDifferenceAsync(Corrected));

        var sent = Sent((await _outbox.ClaimAsync())!.Body);
        Assert.Equal("20.5", sent["TotalVolume"]);
        Assert.Equal("19.75", sent["TotalVolumeTC"]);
        Assert.Equal("INV1", sent["InvoiceNumber"]);
        Assert.Equal("2026/01/15 04:31:00", sent["CreatedDateTime"]);
        Assert.Empty(RowCheck.Mistakes(sent));
        Assert.Equal("20.5", _outbox.Queries.Find(Corrected)!.Volume);
    }

    [Fact]
    public async Task The_next_difference_is_one_to_what_the_document_said_not_to_what_was_sent()
    {
        await CorrectAsync(Delivery("100.0"), Delivery("120.0"));
        await _outbox.ReleaseDifferenceAsync(Corrected);
        await _outbox.FinishAsync(InsertState.Accepted);

        await _outbox.FillAsync(await _outbox.NotificationAsync("c"), "INV1", isDryRun: false, Delivery("125.0"));

        var third = _outbox.Queries.Find(new InsertId(3))!;
        Assert.Equal(Corrected, third.Corrects);
        Assert.Equal("TotalVolume: 120.0 → 125.0 (+5)", Assert.Single(_outbox.Queries.DifferencesOf(third)).ToString());
        Assert.Null(await _outbox.ReleaseDifferenceAsync(third.Id));
        Assert.Equal("5.0", Sent((await _outbox.ClaimAsync())!.Body)["TotalVolume"]);
    }

    [Theory]
    [InlineData("90.0", "01", "the difference to i1 is not above zero")]
    [InlineData("120.0", "02", "i2 is of another tank or product than i1")]
    public async Task A_difference_that_ationet_cannot_take_is_not_sent(string volume, string tank, string why)
    {
        await CorrectAsync(Delivery("100.0"), Delivery(volume, tank));

        var refusal = await _outbox.ReleaseDifferenceAsync(Corrected);

        Assert.StartsWith(why, refusal, StringComparison.Ordinal);
        Assert.EndsWith("correct it in the portal and dismiss i2", refusal, StringComparison.Ordinal);
        Assert.Equal(InsertState.Held, _outbox.StateOf(2));
    }

    [Fact]
    public async Task There_is_no_difference_to_a_delivery_of_which_it_is_not_known_what_ationet_has()
    {
        await CorrectAsync(Delivery("100.0"), Delivery("120.0"), stateOfTheFirst: InsertState.Held);

        Assert.StartsWith(
            "i1 is held, so it is not known what ATIONET has of it",
            await _outbox.ReleaseDifferenceAsync(Corrected),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_corrects_nothing_has_no_difference()
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), Delivery("100.0"));

        Assert.Equal(
            "i1 corrects nothing, so there is no difference to send",
            await _outbox.ReleaseDifferenceAsync(First)
        );
    }

    [Fact]
    public async Task Dismissed_it_is_never_sent_though_its_document_comes_again()
    {
        await CorrectAsync(Delivery("100.0"), Delivery("120.0"));

        Assert.Null(await _outbox.DismissAsync(Corrected));
        await _outbox.FillAsync(await _outbox.NotificationAsync("c"), "INV1", isDryRun: false, Delivery("120.0"));

        Assert.Equal(InsertState.Dismissed, _outbox.StateOf(2));
        Assert.Equal("dismissed by a tester", _outbox.Queries.Find(Corrected)!.Reason);
        Assert.Null(await _outbox.ClaimAsync());
    }

    [Fact]
    public async Task A_dismissal_can_be_taken_back()
    {
        await CorrectAsync(Delivery("100.0"), Delivery("120.0"));
        await _outbox.DismissAsync(Corrected);

        Assert.Contains("i2 is dismissed", await _outbox.ReplayAsync(Corrected), StringComparison.Ordinal);
        Assert.Null(await _outbox.ReleaseAsync(Corrected));

        Assert.Equal(InsertState.Pending, _outbox.StateOf(2));
    }

    [Fact]
    public async Task What_ationet_has_cannot_be_dismissed()
    {
        await CorrectAsync(Delivery("100.0"), Delivery("120.0"));

        Assert.Equal("ATIONET has accepted i1; correct it in the portal", await _outbox.DismissAsync(First));
        Assert.Equal(InsertState.Accepted, _outbox.StateOf(1));
    }

    [Fact]
    public async Task A_replay_of_its_document_holds_it_again_with_what_the_document_says()
    {
        var second = await CorrectAsync(Delivery("100.0"), Delivery("120.0"));
        await _outbox.ReleaseDifferenceAsync(Corrected);

        await _outbox.FillAsync(second, "INV1", isDryRun: false, Delivery("120.0"));

        var held = _outbox.Queries.Find(Corrected)!;
        Assert.Equal((InsertState.Held, "120.0", null), (held.State, held.Volume, held.DocumentRow));
    }

    private async Task<NotificationId> CorrectAsync(
        Row first,
        Row corrected,
        string stateOfTheFirst = InsertState.Accepted
    )
    {
        await _outbox.FillAsync(await _outbox.NotificationAsync("a"), "INV1", isDryRun: false, first);
        await _outbox.FinishAsync(stateOfTheFirst);
        var second = await _outbox.NotificationAsync("b");
        await _outbox.FillAsync(second, "INV1", isDryRun: false, corrected);
        Assert.Equal(InsertState.Held, _outbox.StateOf(2));
        return second;
    }

    private IEnumerable<string> Differences() =>
        _outbox.Queries.DifferencesOf(_outbox.Queries.Find(Corrected)!).Select(difference => difference.ToString());

    private static Row Sent(string row) => Row.FromJson(RowKind.Delivery, row);
}
