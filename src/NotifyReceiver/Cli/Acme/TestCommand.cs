using System.CommandLine;
using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Renewing;

namespace NotifyReceiver.Cli.Acme;

/// <summary><c>acme test</c>: the whole way to a certificate at the staging CA; nothing is put in use.</summary>
internal static class TestCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var name = NameArgument.Create();
        var command = new Command(
            "test",
            "Goes the whole way to a certificate at the staging CA (Acme:Staging:Directory), and throws it away."
        )
        {
            name,
        };
        command.SetAction((parsed, stop) => RunAsync(settings, parsed.GetValue(name), stop));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, string? name, CancellationToken stop)
    {
        await using var rooms = AcmeRooms.Open(settings);
        if (rooms.Options.Staging is not { } staging)
        {
            return await CommandLine.FailAsync(
                "Acme:Staging:Directory is missing; name a staging CA, such as letsencrypt-staging",
                ExitCode.WrongUsage
            );
        }
        var chosen = NameArgument.Choose(rooms.Options, name);
        if (chosen.Count == 0)
        {
            return await CommandLine.FailAsync(
                $"no certificate of Acme:Names has the name '{name}'",
                ExitCode.NotFound
            );
        }
        foreach (var names in chosen)
        {
            var situation = rooms.Get<RenewalReading>().Of(names);
            var request = new IssuanceRequest(names, staging, situation.Current, IsRehearsal: true);
            if (await Attempt.RunAsync(rooms, request, stop) is IssuanceResult.Failed { Failure: var failure })
            {
                return await Attempt.FailAsync(failure);
            }
            await Console.Out.WriteLineAsync(
                $"{situation.NamesInWords}: {staging.Directory.Host} has issued a certificate; nothing was put in use"
            );
        }
        return ExitCode.Done;
    }
}
