using System.CommandLine;
using NotifyReceiver.Cli.Acme.Accounts;

namespace NotifyReceiver.Cli.Acme;

/// <summary><c>acme</c>: accounts at CAs, and certificates from them.</summary>
internal static class AcmeCommand
{
    public static Command Create(IReadOnlyList<string> settings) =>
        new(
            "acme",
            "Gets certificates from a CA by ACME, and looks after the account there, while the service runs or not."
        )
        {
            RegisterCommand.Create(settings),
            AccountCommand.Create(settings),
            RenewCommand.Create(settings),
            TestCommand.Create(settings),
            RolloverKeyCommand.Create(settings),
            RevokeCommand.Create(settings),
            DeactivateCommand.Create(settings),
        };
}
