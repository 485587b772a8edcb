using System.Diagnostics;
using System.Text.Json;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>What <c>list</c> and <c>show</c> tell, as programs read it.</summary>
public sealed class Listing(Installation installation)
{
    public const string Notifications = "notifications";
    public const string Inserts = "inserts";

    private const string AllOfThem = "100000";

    /// <summary>All of them, the oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> GetAsync(string what, params string[] options)
    {
        var run = await installation.RunAsync(["list", what, "--json", "--most", AllOfThem, .. options]);
        Assert.True(run.ExitCode == 0, $"{run}\n{installation.Transcript}");
        return [.. JsonElement.Parse(run.Output).EnumerateArray().Reverse()];
    }

    /// <summary>Looks until they are as they should be. Each look is a process of its own, so it needs no pause.</summary>
    public async Task<IReadOnlyList<JsonElement>> WaitForAsync(
        string what,
        Func<IReadOnlyList<JsonElement>, bool> until
    )
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var found = await GetAsync(what);
            if (until(found))
            {
                return found;
            }
            if (Stopwatch.GetElapsedTime(started) > Deadline.OfWait)
            {
                throw new TimeoutException($"The {what} are not as they should be.\n{installation.Transcript}");
            }
        }
    }

    /// <summary>Waits until there are so many inserts, all in one state.</summary>
    public Task<IReadOnlyList<JsonElement>> WaitForInsertsAsync(int count, string state) =>
        WaitForAsync(Inserts, all => all.Count == count && all.All(insert => insert.Text("state") == state));

    /// <summary>Waits until a notification is in a state.</summary>
    public async Task<JsonElement> WaitForNotificationAsync(string id, string state)
    {
        var all = await WaitForAsync(
            Notifications,
            all => all.Any(notification => notification.Text("id") == id && notification.Text("state") == state)
        );
        return all.Single(notification => notification.Text("id") == id);
    }

    /// <summary>
    /// What was done about an insert, in turn: <c>insert</c> for each time that it was sent, <c>verify</c> for each look at what ATIONET
    /// has, however many requests that took.
    /// </summary>
    public async Task<IReadOnlyList<string>> PurposesAsync(string id)
    {
        var purposes = new List<string>();
        foreach (var attempt in (await ShowAsync(id)).Items("attempts"))
        {
            if (attempt.Text("purpose") is var purpose && (purpose == "insert" || purposes[^1] != purpose))
            {
                purposes.Add(purpose);
            }
        }
        return purposes;
    }

    public async Task<JsonElement> ShowAsync(string id)
    {
        var run = await installation.RunAsync("show", id, "--json");
        Assert.True(run.ExitCode == 0, $"{run}\n{installation.Transcript}");
        return JsonElement.Parse(run.Output);
    }
}
