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

    private static async Task<IReadOnlyList<ListedDocument>> WholeAsync(Caller caller) =>
        Assert.IsType<Answer<IReadOnlyList<ListedDocument>>.Got>(await caller.ListAsync()).Value;

    private static int NumberOf(string path) =>
        int.Parse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture);
}
