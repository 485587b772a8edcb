using System.CommandLine;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Cli.Acme;
using NotifyReceiver.Cli.Certificates;
using NotifyReceiver.Cli.Deciding;
using NotifyReceiver.Cli.Keeping;
using NotifyReceiver.Cli.Looking;
using NotifyReceiver.Cli.Profiles;
using NotifyReceiver.Cli.Proving;
using NotifyReceiver.Cli.Reconciling;
using NotifyReceiver.Cli.Tls;
using NotifyReceiver.Settings;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Cli;

/// <summary>The commands, one file each. Settings such as <c>--Ationet:BaseUrl=…</c> may stand beside any of them.</summary>
internal static class CommandLine
{
    private const string Description = """
        Receives Petrosoft's notifications over HTTPS, keeps them, and inserts the fuel deliveries and tank inventories that
        they carry at ATIONET. Without a command it runs the service.

        Any setting may be given as an option: --Ationet:BaseUrl=https://native.ationet.com
        """;

    // Faults are put into words below; and a stop is the service's own to finish, in its own time.
    private static readonly InvocationConfiguration Invocation = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        try
        {
            var (command, settings) = SettingArguments.Split(args);
            var parsed = Root(settings).Parse([.. command]);
            return parsed.Errors.Count == 0 ? await parsed.InvokeAsync(Invocation) : await RefuseAsync(parsed);
        }
        catch (SettingsException wrong)
        {
            await Console.Error.WriteLineAsync("notify-receiver: the settings are wrong:");
            foreach (var mistake in wrong.Mistakes)
            {
                await Console.Error.WriteLineAsync($"  {mistake}");
            }
            return ExitCode.WrongUsage;
        }
        catch (StorageException unusable)
        {
            return await FailAsync(unusable.Message);
        }
        catch (SqliteException broken)
        {
            return await FailAsync(StorageFault.InWords(file: null, broken));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return await FailAsync(failure.Message);
        }
    }

    public static async Task<int> FailAsync(string message, int code = ExitCode.Failed)
    {
        await Console.Error.WriteLineAsync($"notify-receiver: {message}");
        return code;
    }

    private static async Task<int> RefuseAsync(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            await FailAsync(error.Message);
        }
        await Console.Error.WriteLineAsync(
            "'notify-receiver --help' and 'notify-receiver COMMAND --help' tell what there is."
        );
        return ExitCode.WrongUsage;
    }

    private static RootCommand Root(IReadOnlyList<string> settings)
    {
        var root = new RootCommand(Description)
        {
            RunCommand.Create(settings),
            ListCommand.Create(settings),
            ShowCommand.Create(settings),
            ReplayCommand.Create(settings),
            ReleaseCommand.Create(settings),
            DismissCommand.Create(settings),
            VerifyCommand.Create(settings),
            ResumeCommand.Create(settings),
            CatchUpCommand.Create(settings),
            ReconcileCommand.Create(settings),
            PruneCommand.Create(settings),
            BackupCommand.Create(settings),
            RestoreCommand.Create(settings),
            PostCommand.Create(settings),
            ProfilesCommand.Create(settings),
            CertCommand.Create(settings),
            AcmeCommand.Create(settings),
            TlsCommand.Create(settings),
            ConvertCommand.Create(settings),
            VerifyDurabilityCommand.Create(),
            KeepNumbersCommand.Create(),
        };
        root.SetAction((_, stop) => RunCommand.RunAsync(settings, stop));
        return root;
    }
}
