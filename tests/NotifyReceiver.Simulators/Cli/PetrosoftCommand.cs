using System.CommandLine;
using System.Globalization;
using NotifyReceiver.Simulators.Petrosoft;

namespace NotifyReceiver.Simulators.Cli;

internal static class PetrosoftCommand
{
    private const string WhileItRuns = """
        While it runs:
          GET    /_simulator/state      documents, counts for each endpoint, what was wrong with the requests
          DELETE /_simulator/state      forget the requests; documents and tokens stay
          POST   /_simulator/documents  {"businessUnitId":"12345","documentType":"fuel-invoice",
                                         "directory":"5127/12345/fuel-invoice/20260115/",
                                         "fileName":"a.xml","text":"<a/>"}; "base64" instead of "text"
          DELETE /_simulator/tokens     all tokens expire
          POST   /_simulator/misbehave  {"kind":"slow","delaySeconds":30}, {"kind":"status","status":503},
                                        {"kind":"reset"}, {"kind":"redirect"}, {"kind":"garbageSuccess"},
                                        {"kind":"truncatedSuccess"}; each with "times" and "endpoint" if wanted
          DELETE /_simulator/misbehave  behave again
        """;

    private static readonly PetrosoftOptions Presets = new();

    public static Command Create()
    {
        var port = PortOption.Create(9081);
        var login = Text("--login", "Who may log in.", Presets.Login);
        var password = Text("--password", "The password of that login.", Presets.Password);
        var lifetime = new Option<int?>("--token-lifetime")
        {
            Description = "Seconds that an access token lasts. Without it, for ever.",
        };
        lifetime.Validators.Add(result =>
        {
            if (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var seconds) || seconds < 1)
            {
                result.AddError("--token-lifetime must be a whole number of seconds from 1 on.");
            }
        });
        var directory = new Option<DirectoryInfo?>("--directory")
        {
            Description = "Documents to publish, laid out as account/businessUnitId/documentType/date/file.",
        };
        directory.Validators.Add(result =>
        {
            if (DocumentDirectory.Objection(new(result.Tokens[0].Value)) is { } objection)
            {
                result.AddError(objection);
            }
        });

        var command = new Command(
            "petrosoft",
            "Gives out tokens, lists and hands out business documents, as Petrosoft does."
        )
        {
            HelpWithExamples.Option(WhileItRuns),
            port,
            login,
            password,
            lifetime,
            directory,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var options = new PetrosoftOptions
                {
                    Port = parsed.GetValue(port),
                    Login = parsed.GetValue(login)!,
                    Password = parsed.GetValue(password)!,
                    TokenLifetime = parsed.GetValue(lifetime) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                    RequestLines = Console.Out,
                };
                var documents = parsed.GetValue(directory) is { } chosen ? DocumentDirectory.Read(chosen) : [];
                return Serving.RunAsync(() => StartAsync(options, documents), Introduce, cancellationToken);
            }
        );
        return command;
    }

    private static async Task<PetrosoftSimulator> StartAsync(
        PetrosoftOptions options,
        IReadOnlyList<PublishedDocument> documents
    )
    {
        var simulator = await PetrosoftSimulator.StartAsync(options);
        foreach (var document in documents)
        {
            simulator.Publish(document);
        }

        return simulator;
    }

    private static Option<string> Text(string name, string description, string preset) =>
        new(name) { Description = description, DefaultValueFactory = _ => preset };

    private static string Introduce(PetrosoftSimulator simulator) =>
        $"""
            Petrosoft listens on {simulator.BaseUrl}
              login:     {simulator.Options.Login} / {simulator.Options.Password}
              documents: {simulator.Documents.Count}
              state:     {simulator.BaseUrl}/_simulator/state
            """;
}
