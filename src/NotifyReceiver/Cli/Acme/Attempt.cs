using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Issuing;

namespace NotifyReceiver.Cli.Acme;

/// <summary>One attempt at a certificate by a command, with doors of its own where no service has them.</summary>
internal static class Attempt
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    public static async Task<IssuanceResult> RunAsync(AcmeRooms rooms, IssuanceRequest request, CancellationToken stop)
    {
        await using var doors = await ValidationDoors.TryOpenAsync(rooms, stop);
        var issuance = rooms.Get<Issuance>();
        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();
        while (true)
        {
            var result = await issuance.RunAsync(request, stop);
            var isBusy = result is IssuanceResult.Failed { Failure.Kind: FailureKind.Busy };
            if (!isBusy || clock.GetElapsedTime(began) > Patience)
            {
                return result;
            }
            await Task.Delay(BetweenTries, clock, stop);
        }
    }

    /// <summary>What a script is told of a failure, and a person on standard error.</summary>
    public static Task<int> FailAsync(IssuanceFailure failure)
    {
        var link = failure.Link is null ? "" : $" (see {failure.Link})";
        return CommandLine.FailAsync(
            $"{failure.Reason}{link}",
            failure.Problem == ProblemKind.Unreachable ? ExitCode.Unreachable : ExitCode.Failed
        );
    }
}
