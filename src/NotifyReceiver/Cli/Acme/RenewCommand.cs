using System.CommandLine;
using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Certificates.Renewing;

namespace NotifyReceiver.Cli.Acme;

/// <summary><c>acme renew</c>: what is due is ordered now, whatever the service waits for.</summary>
internal static class RenewCommand
{
    private const int MostInAWeek = 5;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static Command Create(IReadOnlyList<string> settings)
    {
        var name = NameArgument.Create();
        var force = new Option<bool>("--force") { Description = "orders also what is not due yet" };
        var yes = new Option<bool>("--yes")
        {
            Description = "orders also where the CA's limits are likely used up, with --force",
        };
        var json = JsonOption.Create("one JSON object for each certificate");
        var command = new Command(
            "renew",
            "Orders the certificates that are due, also those that the service waits to try again, or for a person."
        )
        {
            name,
            force,
            yes,
            json,
        };
        command.SetAction(
            (parsed, stop) =>
                RunAsync(
                    settings,
                    parsed.GetValue(name),
                    new Wish(parsed.GetValue(force), parsed.GetValue(yes), parsed.GetValue(json)),
                    stop
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> settings,
        string? name,
        Wish wish,
        CancellationToken stop
    )
    {
        await using var rooms = AcmeRooms.Open(settings);
        var chosen = NameArgument.Choose(rooms.Options, name);
        if (chosen.Count == 0)
        {
            return await CommandLine.FailAsync(
                $"no certificate of Acme:Names has the name '{name}'",
                ExitCode.NotFound
            );
        }
        var worst = ExitCode.Done;
        foreach (var names in chosen)
        {
            var code = await RenewAsync(rooms, names, wish, stop);
            worst = code == ExitCode.Done ? worst : code;
        }
        return worst;
    }

    private static async Task<int> RenewAsync(
        AcmeRooms rooms,
        IReadOnlyList<string> names,
        Wish wish,
        CancellationToken stop
    )
    {
        var situation = rooms.Get<RenewalReading>().Of(names);
        if (!wish.IsForced && situation.Due.At > situation.Now)
        {
            Tell(
                wish,
                situation,
                "not-due",
                $"{situation.NamesInWords}: not due before {Output.Time(situation.Due.At)} ({situation.Due.InWords}); --force orders all the same"
            );
            return ExitCode.Done;
        }
        if (wish is { IsForced: true, IsSure: false } && IssuedLately(rooms, situation) is >= MostInAWeek and var count)
        {
            return await CommandLine.FailAsync(
                $"{situation.NamesInWords}: {count} certificates for the same names came within seven days, and CAs refuse more; --yes orders all the same"
            );
        }
        var request = new IssuanceRequest(
            names,
            rooms.Options.First,
            situation.Current,
            TellsReplaced: !wish.IsForced,
            IsForced: wish.IsSure
        );
        switch (await Attempt.RunAsync(rooms, request, stop))
        {
            case IssuanceResult.Issued { Generation: var generation }:
                Tell(
                    wish,
                    rooms.Get<RenewalReading>().Of(names),
                    "issued",
                    $"{situation.NamesInWords}: new certificate {generation.Name}, valid until {Output.Time(generation.Note.NotAfter)}; a running service shows it within two seconds"
                );
                return ExitCode.Done;
            case IssuanceResult.AlreadyRenewed { Generation: var generation }:
                Tell(
                    wish,
                    rooms.Get<RenewalReading>().Of(names),
                    "already-renewed",
                    $"{situation.NamesInWords}: the service has just renewed it: {generation.Name}"
                );
                return ExitCode.Done;
            case IssuanceResult.Failed { Failure: var failure }:
                return await Attempt.FailAsync(failure);
            case var other:
                throw new InvalidOperationException($"a renewal cannot end as {other.GetType().Name}");
        }
    }

    // Of the five newest, which are all that is kept.
    private static int IssuedLately(AcmeRooms rooms, RenewalSituation situation) =>
        rooms
            .Get<LineageDirectory>()
            .Open(situation.Lineage)
            .All()
            .Count(it =>
                it.Note.From == rooms.Options.First.Directory.AbsoluteUri && it.Note.Committed > situation.Now - Week
            );

    private static void Tell(Wish wish, RenewalSituation situation, string result, string words)
    {
        if (!wish.IsJson)
        {
            Console.Out.WriteLine(words);
            return;
        }
        Output.WriteJson(
            new
            {
                situation.Names,
                result,
                generation = situation.Current?.Name,
                notAfter = situation.Current?.Note.NotAfter,
                next = situation.Status.Next,
            }
        );
    }

    private sealed record Wish(bool IsForced, bool IsSure, bool IsJson);
}
