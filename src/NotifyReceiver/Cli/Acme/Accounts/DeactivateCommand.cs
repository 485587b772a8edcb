using System.CommandLine;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Issuing.Accounts;
using NotifyReceiver.Cli.Certificates.Changing;

namespace NotifyReceiver.Cli.Acme.Accounts;

/// <summary><c>acme deactivate</c>: the end of an account. Certificates stay valid until theirs.</summary>
internal static class DeactivateCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var ca = CaOption.Create();
        var yes = new Option<bool>("--yes") { Description = "says that it is meant: there is no way back" };
        var command = new Command(
            "deactivate",
            "Ends the account at a CA for good. Remove Acme:Directory too, or the service will make another one."
        )
        {
            ca,
            yes,
        };
        command.SetAction((parsed, stop) => RunAsync(settings, parsed.GetValue(ca)!, parsed.GetValue(yes), stop));
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> settings,
        string chosen,
        bool isMeant,
        CancellationToken stop
    )
    {
        await using var rooms = AcmeRooms.Open(settings);
        if (CaOption.Choose(rooms.Options, chosen) is not { } ca)
        {
            return await CaOption.FailAsync(chosen);
        }
        if (rooms.Get<AccountFiles>().Note(ca.Directory).Note is null)
        {
            return await CommandLine.FailAsync($"there is no account at {ca.Directory.Host}", ExitCode.NotFound);
        }
        if (!isMeant)
        {
            return await CommandLine.FailAsync(
                $"the account at {ca.Directory.Host} would be ended for good; --yes says that it is meant",
                ExitCode.WrongUsage
            );
        }
        using var held = await WriteAccess.TakeAsync(rooms.Get<CertificateOptions>(), stop);
        var (account, failure) = await rooms.Get<AccountBook>().OpenAsync(ca, stop);
        using (account)
        {
            failure ??= await rooms.Get<AccountChanges>().DeactivateAsync(account!, stop);
            if (failure is not null)
            {
                return await Attempt.FailAsync(failure);
            }
            await Console.Out.WriteLineAsync($"the account {account!.Note.Address} is deactivated");
            return ExitCode.Done;
        }
    }
}
