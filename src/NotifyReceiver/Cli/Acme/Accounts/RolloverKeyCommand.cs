using System.CommandLine;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Issuing.Accounts;
using NotifyReceiver.Cli.Certificates.Changing;

namespace NotifyReceiver.Cli.Acme.Accounts;

/// <summary><c>acme rollover-key</c>: another key for the account, at the CA and here.</summary>
internal static class RolloverKeyCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var ca = CaOption.Create();
        var command = new Command(
            "rollover-key",
            "Puts a new key in place of the account's; certificates stay as they are."
        )
        {
            ca,
        };
        command.SetAction((parsed, stop) => RunAsync(settings, parsed.GetValue(ca)!, stop));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, string chosen, CancellationToken stop)
    {
        await using var rooms = AcmeRooms.Open(settings);
        if (CaOption.Choose(rooms.Options, chosen) is not { } ca)
        {
            return await CaOption.FailAsync(chosen);
        }
        using var held = await WriteAccess.TakeAsync(rooms.Get<CertificateOptions>(), stop);
        var (account, failure) = await rooms.Get<AccountBook>().OpenAsync(ca, stop);
        using (account)
        {
            failure ??= await rooms.Get<AccountChanges>().RollOverAsync(account!, stop);
            if (failure is not null)
            {
                return await Attempt.FailAsync(failure);
            }
            await Console.Out.WriteLineAsync($"the account {account!.Note.Address} has a new key");
            return ExitCode.Done;
        }
    }
}
