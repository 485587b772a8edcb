using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.CatchingUp;

/// <summary>A list that is answered 404, as by a wrong address, does not count as one on which nothing stands.</summary>
public sealed class MissingListTests : IAsyncLifetime
{
    private CatchUpOnDisk _here = null!;

    public async Task InitializeAsync() => _here = await CatchUpOnDisk.StartAsync();

    public async Task DisposeAsync() => await _here.DisposeAsync();

    [Fact]
    public async Task What_was_published_while_there_was_no_list_is_taken_in_later()
    {
        await _here.RunAsync();
        var first = _here.Watermark.CaughtUpAt;
        Hide(PetrosoftEndpoint.BusinessUnitLevelResources);
        for (var day = 0; day < 10; day++)
        {
            _here.Clock.Advance(TimeSpan.FromDays(1));
            await _here.RunAsync();
        }
        _here.Publish("20260118", "missed.xml", "<missed/>");

        Assert.Equal(first, _here.Watermark.CaughtUpAt);
        _here.Host.Behave();
        var result = await _here.RunAsync();

        Assert.Null(result.Failure);
        Assert.Equal(1, result.Progress.TakenIn);
        Assert.Equal(_here.Clock.GetUtcNow(), _here.Watermark.CaughtUpAt);
        Assert.Null(_here.Watermark.Failure);
    }

    [Fact]
    public async Task Without_a_list_of_directories_it_is_told_what_to_check()
    {
        Hide(PetrosoftEndpoint.BusinessUnitLevelResources);

        var result = await _here.RunAsync();

        Assert.True(result.IsThrough);
        Assert.StartsWith(
            "there is no list of fuel-invoice for 12345: 127.0.0.1",
            result.Failure,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "HTTP 404; check Petrosoft:DocumentsUrl, the document type and the subscription",
            result.Failure,
            StringComparison.Ordinal
        );
        Assert.Equal(result.Failure, _here.Watermark.Failure);
        Assert.Null(_here.Watermark.CaughtUpAt);
    }

    [Fact]
    public async Task A_directory_that_is_listed_and_not_there_is_told_and_looked_into_again()
    {
        _here.Publish("20260115", "a.xml", "<a/>");
        _here.Publish("20260116", "b.xml", "<b/>");
        Hide(PetrosoftEndpoint.BusinessDocuments, times: 1);

        var result = await _here.RunAsync();

        Assert.True(result.IsThrough);
        Assert.Equal((1, 2), (result.Progress.DirectoriesDone, result.Progress.Directories));
        Assert.StartsWith(
            "5127/12345/fuel-invoice/20260115/ is listed and cannot be looked into: 127.0.0.1",
            result.Failure,
            StringComparison.Ordinal
        );
        Assert.Null(_here.Watermark.CaughtUpAt);

        Assert.Null((await _here.RunAsync()).Failure);
        Assert.Equal(2, _here.Notifications.List(null, 10).Count);
    }

    private void Hide(PetrosoftEndpoint endpoint, int? times = null) =>
        _here.Host.Misbehave(PetrosoftMisbehaviour.Status(404, body: "") with { Endpoint = endpoint, Times = times });
}
