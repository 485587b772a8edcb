using System.CommandLine;
using NotifyReceiver.Certificates.Acme.Accounts;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Issuing.Accounts;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Cli.Acme.Accounts;

/// <summary><c>acme account</c>: what is known of our accounts, here and at the CAs. Changes nothing.</summary>
internal static class AccountCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var json = JsonOption.Create("one JSON object for each CA");
        var command = new Command("account", "Shows our account at each configured CA, and what the CA says of it.")
        {
            json,
        };
        command.SetAction(
            (parsed, stop) =>
                EachCa.RunAsync(settings, (rooms, ca) => ShowAsync(rooms, ca, parsed.GetValue(json), stop))
        );
        return command;
    }

    private static async Task<int> ShowAsync(AcmeRooms rooms, CaOptions ca, bool json, CancellationToken stop)
    {
        var files = rooms.Get<AccountFiles>();
        var (key, unreadable) = files.Key(ca.Directory);
        using (key)
        {
            if (key is null || files.Note(ca.Directory).Note is not { } note)
            {
                return await CommandLine.FailAsync(
                    unreadable ?? $"there is no account at {ca.Directory.Host} yet; 'acme register' makes one",
                    unreadable is null ? ExitCode.NotFound : ExitCode.Failed
                );
            }
            var (account, problem) = await rooms.Get<CaClients>().For(ca).As(key, note.Address).AccountAsync(stop);
            Tell(json, ca, note, account, problem);
            return problem switch
            {
                null => ExitCode.Done,
                { Kind: ProblemKind.Unreachable } => ExitCode.Unreachable,
                _ => ExitCode.Failed,
            };
        }
    }

    private static void Tell(bool json, CaOptions ca, AccountNote note, Account? account, AcmeProblem? problem)
    {
        if (json)
        {
            Output.WriteJson(
                new
                {
                    ca = ca.Section,
                    ca.Directory,
                    account = note.Address,
                    note.Contacts,
                    note.Terms,
                    note.ExternalAccount,
                    note.Registered,
                    status = account?.Status.ToString(),
                    problem = problem?.InWords,
                }
            );
            return;
        }
        Console.Out.WriteLine($"{ca.Directory}");
        Console.Out.WriteLine($"  account: {note.Address}, since {Output.Time(note.Registered)}");
        Console.Out.WriteLine($"  contacts: {(note.Contacts.Count == 0 ? "none" : string.Join(", ", note.Contacts))}");
        if (note.Terms is not null)
        {
            Console.Out.WriteLine($"  terms agreed to: {note.Terms}");
        }
        if (note.ExternalAccount is not null)
        {
            Console.Out.WriteLine($"  bound to: {note.ExternalAccount}");
        }
        Console.Out.WriteLine($"  the CA says: {account?.Status.ToString() ?? problem!.InWords}");
    }
}
