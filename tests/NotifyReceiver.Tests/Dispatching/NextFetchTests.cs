using NotifyReceiver.Dispatching.Fetching;
using NotifyReceiver.Notifications;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.Fetching;

namespace NotifyReceiver.Tests.Dispatching;

public sealed class NextFetchTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 16, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, int, double?> Table =>
        new()
        {
            // Of the first try half to all of two seconds, doubling, up to a quarter of an hour.
            { "failed", 0, 1 },
            { "failed", 3, 8 },
            { "failed", 1000, 450 },
            { "failed, asked to wait 60 s", 0, 60 },
            { "missing", 0, 1 },
            { "missing", 6, 64 },
            { "missing", 7, null },
            { "refused", 0, null },
            { "account refused", 0, 900 },
            { "account refused", 1000, 900 },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void What_follows_from_an_answer_that_brought_nothing(string answer, int attempts, double? seconds)
    {
        Answer<int> given = answer switch
        {
            "failed" => new Answer<int>.Failed("why"),
            "missing" => new Answer<int>.Missing("why"),
            "refused" => new Answer<int>.Refused("why"),
            "account refused" => new Answer<int>.AccountRefused("why"),
            _ => new Answer<int>.Failed("why", TimeSpan.FromSeconds(60)),
        };
        var fetch = new DueFetch(new NotificationId(1), "a.xml", IsSubscription: false, null, null, attempts, "");

        var next = NextFetch.After(fetch, given, Now, chance: 0);

        Assert.Equal("why", next.Reason);
        Assert.Equal(seconds is { } later ? Now.AddSeconds(later) : null, next.DueAt);
    }
}
