using System.Globalization;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.Api;

/// <summary>A list is whole or a failure, however the host pages it.</summary>
public sealed class ListingTests
{
    /// <summary>Counts around the limit of 100 and around each cap, exactly full pages among them.</summary>
    public static TheoryData<StartMeaning, int?, int> Directories
    {
        get
        {
            var data = new TheoryData<StartMeaning, int?, int>();
            foreach (var meaning in Enum.GetValues<StartMeaning>())
            {
                foreach (var (cap, counts) in CountsByCap)
                {
                    foreach (var count in counts)
                    {
                        data.Add(meaning, cap, count);
                    }
                }
            }
            return data;
        }
    }

    // The last: 10 documents a page, 112 of them, so that the offset 10 is also the number of the eleventh page.
    private static readonly (int? Cap, int[] Counts)[] CountsByCap =
    [
        (null, [1, 2, 9, 99, 100, 101, 200, 201, 350]),
        (15, [15, 16, 30, 46]),
        (10, [10, 11, 20, 112]),
    ];

    [Theory]
    [MemberData(nameof(Directories))]
    public async Task All_documents_are_listed_once(StartMeaning start, int? cap, int count)
    {
        await using var caller = await Caller.StartAsync(new() { Start = start, LargestPage = cap });
        caller.PublishMany(count);

        var listed = await WholeAsync(caller);

        Assert.Equal(
            Enumerable.Range(1, count).Select(number => $"{Caller.Directory}{number}.xml"),
            listed.Select(document => document.Path).OrderBy(NumberOf)
        );
        Assert.Empty(caller.Host.Violations);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task An_offset_may_be_capped_as_low_as_it_gets(int cap)
    {
        await using var caller = await Caller.StartAsync(new() { LargestPage = cap });
        caller.PublishMany(7);

        Assert.Equal(7, (await WholeAsync(caller)).Count);
    }

    [Theory]
    [InlineData(StartMeaning.Offset)]
    [InlineData(StartMeaning.PageFromZero)]
    public async Task A_start_beyond_the_end_may_be_refused(StartMeaning start)
    {
        await using var caller = await Caller.StartAsync(new() { Start = start, RefusesStartBeyondTheEnd = true });
        caller.PublishMany(150);

        Assert.Equal(150, (await WholeAsync(caller)).Count);
    }

    [Fact]
    public async Task A_small_directory_costs_two_requests()
    {
        await using var caller = await Caller.StartAsync();
        caller.PublishMany(5);

        await WholeAsync(caller);

        Assert.Equal(2, caller.Host.CountOf(PetrosoftEndpoint.BusinessDocuments));
    }

    [Fact]
    public async Task A_host_that_ignores_the_start_is_not_asked_for_ever()
    {
        await using var caller = await Caller.StartAsync();
        var items = Enumerable.Range(1, 20).Select(number => $$"""{"fileName":"{{number}}","path":"a/{{number}}"}""");
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.GarbageSuccess($$"""{"documents":[{{string.Join(',', items)}}]}""") with
            {
                Endpoint = PetrosoftEndpoint.BusinessDocuments,
            }
        );

        Assert.Equal(20, (await WholeAsync(caller)).Count);
        // From 0, from 20, and the pages 1 and 2.
        Assert.Equal(4, caller.Host.CountOf(PetrosoftEndpoint.BusinessDocuments));
    }

    [Fact]
    public async Task Names_of_documents_come_as_they_are()
    {
        await using var caller = await Caller.StartAsync();
        caller.Publish("a b+c%20(\u00FC)&d.xml");

        var only = Assert.Single(await WholeAsync(caller));

        Assert.Equal(new ListedDocument("a b+c%20(\u00FC)&d.xml", $"{Caller.Directory}a b+c%20(\u00FC)&d.xml"), only);
    }

    [Fact]
    public async Task A_total_that_is_reached_is_fine()
    {
        await using var caller = await Caller.StartAsync(new() { TellsTotalCount = true });
        caller.PublishMany(120);

        Assert.Equal(120, (await WholeAsync(caller)).Count);
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

    private static async Task<IReadOnlyList<ListedDocument>> WholeAsync(Caller caller) =>
        Assert.IsType<Answer<IReadOnlyList<ListedDocument>>.Got>(await caller.ListAsync()).Value;

    private static int NumberOf(string path) =>
        int.Parse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture);
}
