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
            // Up to two seconds after the first try, doubling, up to a quarter of an hour.
            { "failed", 0, 2 },
            { "failed", 3, 16 },
            { "failed", 1000, 900 },
            { "failed, asked to wait 60 s", 0, 60 },
            { "missing", 0, 2 },
            { "missing", 6, 128 },
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

        var next = NextFetch.After(fetch, given, Now, chance: 1);

        Assert.Equal("why", next.Reason);
        Assert.Equal(seconds is { } later ? Now.AddSeconds(later) : null, next.DueAt);
    }
}
