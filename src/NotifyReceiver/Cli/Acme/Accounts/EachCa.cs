using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Cli.Acme.Accounts;

/// <summary>Does the same at each configured CA, whatever comes of the others.</summary>
internal static class EachCa
{
    /// <returns>The exit code of the last that failed.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> settings,
        Func<AcmeRooms, CaOptions, Task<int>> runAsync
    )
    {
        await using var rooms = AcmeRooms.Open(settings, mustAgree: false);
        var worst = ExitCode.Done;
        foreach (var ca in rooms.Options.All)
        {
            var code = await runAsync(rooms, ca);
            worst = code == ExitCode.Done ? worst : code;
        }
        return worst;
    }
}
