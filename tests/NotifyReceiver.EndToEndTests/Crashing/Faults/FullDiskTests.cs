using System.Globalization;
using NotifyReceiver.EndToEndTests.Crashing.Trials;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Crashing.Faults;

public sealed class FullDiskTests(ITestOutputHelper log)
{
    private const int Megabytes = 512;
    private const int MostIntoTheLog = 5000;

    [FactOnADisk(Timeout = Deadline.OfTest)]
    public Task A_full_disk_refuses_what_comes_keeps_what_came_and_goes_on_when_there_is_room() =>
        FillAndMakeRoomAsync(reserve: 0);

    [FactOnADisk(Timeout = Deadline.OfTest)]
    public Task With_a_reserve_calls_are_turned_away_before_anything_fails() => FillAndMakeRoomAsync(100 * 1024 * 1024);

    private async Task FillAndMakeRoomAsync(long reserve)
    {
        await using var trial = await Trial.CreateAsync(log);
        trial.Installation.Settings["Receiver:MinFreeBytes"] = reserve.ToString(CultureInfo.InvariantCulture);
        await using var disk = await Disk.MountAsync(trial.Installation, Megabytes);
        await trial.Installation.StartAsync();
        await trial.PostAsync(200);

        // The log has room for a few more that it need not grow for; those count as any other.
        disk.Fill();
        await trial.PostInVainAsync(200, MostIntoTheLog);
        var known = await trial.Installation.Curl.GetAsync(
            new Uri(trial.Installation.Program.Webhook, "notifications/n1"),
            "--header",
            $"X-Api-Key: {trial.Installation.ApiKey}"
        );
        Assert.Equal(200, known.Status);
        Assert.Empty(await trial.MistakesAsync());
        Assert.Equal(503, await ReadinessAsync(trial));

        disk.MakeRoom();
        await trial.PostAsync(200);
        Assert.Equal(200, await ReadinessAsync(trial));
        await trial.SettleAsync();
        await trial.Installation.Program.KillAsync();
        await trial.Installation.StartAsync();
        await trial.SettleAsync();
        await trial.Installation.Program.KillAsync();
    }

    private static async Task<int> ReadinessAsync(Trial trial)
    {
        var program = trial.Installation.Program;
        return (await trial.Installation.Curl.GetAsync(new Uri(program.Admin, "/health/ready"))).Status;
    }
}
