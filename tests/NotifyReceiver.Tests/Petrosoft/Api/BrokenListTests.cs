using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.Api;

/// <summary>What is not a whole list is a failure that says why.</summary>
public sealed class BrokenListTests
{
    [Fact]
    public async Task A_total_that_is_reached_is_fine()
    {
        await using var caller = await Caller.StartAsync(new() { TellsTotalCount = true });
        caller.PublishMany(120);

        var listed = Assert.IsType<Answer<IReadOnlyList<ListedDocument>>.Got>(await caller.ListAsync()).Value;

        Assert.Equal(120, listed.Count);
    }

    [Fact]
    public async Task A_total_that_is_not_reached_is_a_failure_with_both_numbers()
    {
        await using var caller = await Caller.StartAsync(new() { TellsTotalCount = true, MostListed = 110 });
        caller.PublishMany(120);

        var failed = Assert.IsType<Answer<IReadOnlyList<ListedDocument>>.Failed>(await caller.ListAsync());

        Assert.Contains("tells of 120 documents, but lists 110", failed.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_is_not_there_is_missing()
    {
        await using var caller = await Caller.StartAsync();

        Assert.IsType<Answer<IReadOnlyList<ListedDocument>>.Missing>(await caller.ListAsync("5127/nothing/"));
    }

    [Fact]
    public async Task A_failure_on_a_later_page_is_a_failure_of_the_list()
    {
        await using var caller = await Caller.StartAsync(new() { LargestPage = 10 });
        caller.PublishMany(25);
        // The first page comes late, but whole; the second fails.
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.Slow(TimeSpan.FromSeconds(5)) with
            {
                Endpoint = PetrosoftEndpoint.BusinessDocuments,
                Times = 1,
            }
        );
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.Status(503) with
            {
                Endpoint = PetrosoftEndpoint.BusinessDocuments,
            }
        );

        var listing = caller.ListAsync();
        await caller.Host.WaitForAsync(host => host.HeldRequests == 1, TimeSpan.FromSeconds(30));
        caller.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.IsType<Answer<IReadOnlyList<ListedDocument>>.Failed>(await listing);
        Assert.Equal(2, caller.Host.CountOf(PetrosoftEndpoint.BusinessDocuments));
    }

    [Theory]
    [InlineData(
        """{"documents":[{"fileName":"a","path":"b"},{"fileName":"c"}]}""",
        "item 2 of its documents has no path"
    )]
    [InlineData("""{"documents":[{"path":"b"}]}""", "item 1 of its documents has no fileName")]
    [InlineData("""{"documents":[{"fileName":"a","path":7}]}""", "item 1 of its documents has no path")]
    [InlineData("""{"documents":[{"fileName":"a","path":"\ud800"}]}""", "item 1 of its documents has no path")]
    [InlineData("""{"documents":["a"]}""", "item 1 of its documents has no path")]
    [InlineData("""{"documents":null}""", "no list named documents")]
    [InlineData("""{"Documents":[]}""", "no list named documents")]
    [InlineData("""{"documents":[],"documents":[]}""", "its JSON is broken")]
    [InlineData("[]", "no list named documents")]
    [InlineData("{", "its JSON is broken")]
    [InlineData("", "its JSON is broken")]
    public async Task A_list_that_is_not_as_expected_is_a_failure_with_what_is_missing(string body, string what)
    {
        await using var caller = await Caller.StartAsync();
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.GarbageSuccess(body) with
            {
                Endpoint = PetrosoftEndpoint.BusinessDocuments,
            }
        );

        var failed = Assert.IsType<Answer<IReadOnlyList<ListedDocument>>.Failed>(await caller.ListAsync());

        Assert.Contains(what, failed.Detail, StringComparison.Ordinal);
    }
}
