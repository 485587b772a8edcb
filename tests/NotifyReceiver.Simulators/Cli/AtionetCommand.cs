using System.CommandLine;
using NotifyReceiver.Simulators.Ationet;

namespace NotifyReceiver.Simulators.Cli;

internal static class AtionetCommand
{
    private const string Plain = "plain";
    private const string Base64 = "base64";

    private const string WhileItRuns = """
        While it runs:
          GET    /_simulator/state      what it holds, what was wrong with the requests
          DELETE /_simulator/state      forget it
          POST   /_simulator/misbehave  go wrong, for example
                   {"kind":"slow","delaySeconds":30}                     also slowAfterStoring
                   {"kind":"status","status":503,"retryAfterSeconds":5}  also "body", "stored"
                   {"kind":"resetAfterStoring"}                          also resetBeforeStoring
                   {"kind":"storedLate","delaySeconds":30}               no answer, and the rows later
                   {"kind":"partlyStored","status":400}                  all but the last row, or those of "tank";
                                                                         also "code", "message", "body"
                   {"kind":"garbageSuccess","stored":false}              also emptySuccess, truncatedSuccess
                   {"kind":"redirect","status":307}
                   {"kind":"responseCode","code":"40005"}                also "message", "body", "stored"
                 each with "times", "terminal", "tank" and "action" if wanted
          DELETE /_simulator/misbehave  behave again
        """;

    private static readonly AtionetOptions Presets = new();

    public static Command Create()
    {
        var port = PortOption.Create(9080);
        var user = Text("--user", "Who may insert.", Presets.UserName);
        var password = Text("--password", "The password of that user.", Presets.Password);
        var downloadUser = Text("--download-user", "Who may download.", Presets.DownloadUserName);
        var downloadPassword = Text("--download-password", "The password of that user.", Presets.DownloadPassword);
        var form = Text("--authorization", "How user and password stand in the header.", Plain);
        form.AcceptOnlyFromAmong(Plain, Base64);
        var terminals = new Option<string[]>("--terminal")
        {
            Description = "A terminal that exists; may be repeated. Without any, all exist.",
        };
        var quiet = new Option<bool>("--quiet") { Description = "No line for each request." };

        var command = new Command(
            "ationet",
            "Takes deliveries and inventories as ATIONET does, and refuses what is not exactly as it should be."
        )
        {
            HelpWithExamples.Option(WhileItRuns),
            port,
            user,
            password,
            downloadUser,
            downloadPassword,
            form,
            terminals,
            quiet,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var known = parsed.GetValue(terminals) ?? [];
                var options = new AtionetOptions
                {
                    Port = parsed.GetValue(port),
                    UserName = parsed.GetValue(user)!,
                    Password = parsed.GetValue(password)!,
                    DownloadUserName = parsed.GetValue(downloadUser)!,
                    DownloadPassword = parsed.GetValue(downloadPassword)!,
                    CredentialForm = parsed.GetValue(form) == Base64 ? CredentialForm.Base64 : CredentialForm.Plain,
                    Terminals = known.Length == 0 ? null : known.ToHashSet(StringComparer.Ordinal),
                    RequestLines = parsed.GetValue(quiet) ? null : Console.Out,
                };
                return Serving.RunAsync(() => AtionetSimulator.StartAsync(options), Introduce, cancellationToken);
            }
        );
        return command;
    }

    private static Option<string> Text(string name, string description, string preset) =>
        new(name) { Description = description, DefaultValueFactory = _ => preset };

    private static string Introduce(AtionetSimulator simulator)
    {
        var options = simulator.Options;
        return $"""
            ATIONET listens on {simulator.BaseUrl}
              insert:    {options.UserName} / {options.Password} ({options.CredentialForm})
              download:  {options.DownloadUserName} / {options.DownloadPassword}
              terminals: {(options.Terminals is null ? "any" : string.Join(", ", options.Terminals))}
              state:     {simulator.BaseUrl}/_simulator/state
            """;
    }
}
