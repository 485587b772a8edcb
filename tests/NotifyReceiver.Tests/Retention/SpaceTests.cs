using NotifyReceiver.Retention;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Retention;

public sealed class SpaceTests : IAsyncLifetime
{
    private const int Documents = 120;
    private const long Limit = 3 * 1024 * 1024;

    private readonly History _history = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _history.DisposeAsync();

    [Fact]
    public async Task The_space_of_what_is_pruned_is_given_back()
    {
        await FillAsync();
        var before = _history.Space;
        _history.Clock.Advance(TimeSpan.FromDays(100));

        Assert.Equal(Documents, (await _history.PruneAsync()).Gone);

        var after = _history.Space;
        Assert.True(before.IsGivenBack);
        Assert.InRange(after.FileBytes, 0, before.FileBytes / 4);
    }

    [Fact]
    public async Task Past_its_size_the_oldest_goes_and_no_more_than_that()
    {
        await FillAsync();
        Assert.True(_history.Space.UsedBytes > Limit);
        _history.Clock.Advance(TimeSpan.FromDays(2));

        var count = await _history.PruneAsync(maxBytes: Limit);

        Assert.InRange(_history.Space.UsedBytes, Limit / 2, Limit);
        Assert.InRange(count.Gone, 1, Documents - 1);
        Assert.Null(_history.Notifications.Find(new(1)));
        Assert.NotNull(_history.Notifications.Find(new(Documents)));
    }

    [Fact]
    public async Task What_came_within_a_day_stays_however_large_it_is()
    {
        await FillAsync();

        Assert.Equal(PruningCount.None, await _history.PruneAsync(maxBytes: Limit));
        var (_, trouble) = new RetentionState(_history.Database, new(TimeSpan.FromDays(90), Limit)).Now();
        Assert.Contains("more than Retention:MaxBytes (3 MiB)", trouble, StringComparison.Ordinal);
    }

    private async Task FillAsync()
    {
        for (var i = 0; i < Documents; i++)
        {
            await _history.DocumentAsync(
                new string((char)('a' + (i % 26)), 40_000 + i),
                "accepted",
                Filling.Inventory($"{i}")
            );
        }
    }
}
