using System.CommandLine;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Acme;
using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Issuing.Accounts;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Cli.Certificates.Changing;

namespace NotifyReceiver.Cli.Acme.Accounts;

/// <summary><c>acme register</c>: shows the terms of each CA, and makes an account where they are agreed to.</summary>
internal static class RegisterCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var json = JsonOption.Create("one JSON object for each CA");
        var command = new Command(
            "register",
            "Shows where the terms of service of each configured CA stand; with Acme:AgreeToTerms it makes the accounts."
        )
        {
            json,
        };
        command.SetAction(
            (parsed, stop) =>
                EachCa.RunAsync(settings, (rooms, ca) => RegisterAsync(rooms, ca, parsed.GetValue(json), stop))
        );
        return command;
    }

    private static async Task<int> RegisterAsync(AcmeRooms rooms, CaOptions ca, bool json, CancellationToken stop)
    {
        var (directory, unknown) = await rooms.Get<CaClients>().For(ca).DirectoryAsync(stop);
        if (directory is null)
        {
            return await Attempt.FailAsync(IssuanceFailure.Of($"asking {ca.Directory.Host}", unknown!));
        }
        if (!rooms.Options.AgreesToTerms)
        {
            Tell(json, ca, directory, account: null);
            return await CommandLine.FailAsync(
                "no account was made: read the terms, then set Acme:AgreeToTerms to true"
            );
        }
        using var held = await WriteAccess.TakeAsync(rooms.Get<CertificateOptions>(), stop);
        var (account, failure) = await rooms.Get<AccountBook>().RegisterAsync(ca, stop);
        using (account)
        {
            if (account is null)
            {
                return await Attempt.FailAsync(failure!);
            }
            Tell(json, ca, directory, account.Note);
            return ExitCode.Done;
        }
    }

    private static void Tell(bool json, CaOptions ca, AcmeDirectory directory, AccountNote? account)
    {
        var terms = directory.TermsOfService;
        if (json)
        {
            Output.WriteJson(
                new
                {
                    ca = ca.Section,
                    ca.Directory,
                    terms,
                    directory.ExternalAccountRequired,
                    profiles = directory.Profiles,
                    account = account?.Address,
                }
            );
            return;
        }
        Console.Out.WriteLine($"{ca.Directory}");
        Console.Out.WriteLine(terms is null ? "  it has no terms of service" : $"  terms of service: {terms}");
        if (directory.ExternalAccountRequired)
        {
            Console.Out.WriteLine($"  it wants an account bound: {ca.Section}:EabKeyId and {ca.Section}:EabHmacKey");
        }
        if (directory.Profiles.Count > 0)
        {
            Console.Out.WriteLine($"  profiles: {string.Join(", ", directory.Profiles.Keys)}");
        }
        if (account is not null)
        {
            Console.Out.WriteLine($"  account: {account.Address}");
        }
    }
}
