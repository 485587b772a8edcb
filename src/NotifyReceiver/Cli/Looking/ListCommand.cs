using System.CommandLine;
using System.Globalization;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;

namespace NotifyReceiver.Cli.Looking;

/// <summary><c>list</c>: what came, or what goes to ATIONET, and where each stands.</summary>
internal static class ListCommand
{
    private const string Notifications = "notifications";
    private const string Inserts = "inserts";
    private const int DefaultMost = 50;

    private static readonly IReadOnlyList<string> States =
    [
        .. NotificationState.All.Union(InsertState.All, StringComparer.Ordinal),
    ];

    public static Command Create(IReadOnlyList<string> settings)
    {
        var what = new Argument<string?>("what")
        {
            Description = "notifications or inserts; left out, whichever has such a state, notifications first",
            Arity = ArgumentArity.ZeroOrOne,
        };
        what.AcceptOnlyFromAmong(Notifications, Inserts);
        var state = new Option<string?>("--state")
        {
            Description = $"only those of one state: {string.Join(", ", States)}",
        };
        state.AcceptOnlyFromAmong([.. States]);
        var most = MostOption();
        var json = JsonOption.Create("one JSON array");
        var command = new Command("list", "Lists notifications or inserts, the newest first.")
        {
            what,
            state,
            most,
            json,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                var wanted = parsed.GetValue(state);
                var kind = parsed.GetValue(what) ?? KindWith(wanted);
                if (wanted is not null && !StatesOf(kind).Contains(wanted, StringComparer.Ordinal))
                {
                    return await CommandLine.FailAsync(
                        $"{kind} are never '{wanted}'; they are {string.Join(", ", StatesOf(kind))}",
                        ExitCode.WrongUsage
                    );
                }
                await using var database = Workspace.OpenDatabase(settings);
                var inserts = new InsertQueries(database);
                if (kind == Inserts)
                {
                    Write(inserts.List(wanted, parsed.GetValue(most)), parsed.GetValue(json));
                    return ExitCode.Done;
                }
                var found = new NotificationQueries(database).List(wanted, parsed.GetValue(most));
                var its = inserts.OfEach(found.Select(notification => notification.Id));
                Write(
                    [.. found.Select(notification => (notification, its[notification.Id].ToList()))],
                    parsed.GetValue(json)
                );
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static Option<int> MostOption()
    {
        var most = new Option<int>("--most")
        {
            Description = "how many, the newest first",
            DefaultValueFactory = _ => DefaultMost,
        };
        most.Validators.Add(result =>
        {
            var isNumber = int.TryParse(
                result.Tokens.LastOrDefault()?.Value ?? "1",
                CultureInfo.InvariantCulture,
                out var number
            );
            if (!isNumber || number < 1)
            {
                result.AddError("--most takes a number from 1 upwards");
            }
        });
        return most;
    }

    private static string KindWith(string? state) =>
        state is null || NotificationState.All.Contains(state, StringComparer.Ordinal) ? Notifications : Inserts;

    private static IReadOnlyList<string> StatesOf(string kind) =>
        kind == Inserts ? InsertState.All : NotificationState.All;

    private static void Write(
        IReadOnlyList<(NotificationSummary Notification, List<InsertSummary> Inserts)> found,
        bool json
    )
    {
        if (json)
        {
            Output.WriteJson(found.Select(it => Views.Of(it.Notification, it.Inserts)));
            return;
        }
        Output.WriteTable(
            ["ID", "RECEIVED", "STATE", "DOCUMENT", "LOCATION", "BYTES", "INSERTS", "REASON"],
            [
                .. found.Select(it =>
                    (IReadOnlyList<string>)
                        [
                            it.Notification.Id.ToString(),
                            Output.Time(it.Notification.ReceivedAt),
                            it.Notification.State,
                            Views.Document(it.Notification),
                            it.Notification.Location ?? "-",
                            it.Notification.Bytes.ToString(CultureInfo.InvariantCulture),
                            Views.Counts(it.Inserts),
                            Views.FirstReason(it.Notification.Reasons),
                        ]
                ),
            ]
        );
    }

    private static void Write(IReadOnlyList<InsertSummary> inserts, bool json)
    {
        if (json)
        {
            Output.WriteJson(inserts.Select(Views.Of));
            return;
        }
        Output.WriteTable(
            [
                "ID",
                "KIND",
                "TERMINAL",
                "TANK",
                "PRODUCT",
                "DATE-TIME",
                "VOLUME",
                "INVOICE",
                "STATE",
                "ATTEMPTS",
                "REASON",
            ],
            [
                .. inserts.Select(insert =>
                    (IReadOnlyList<string>)
                        [
                            insert.Id.ToString(),
                            insert.Kind,
                            insert.TerminalCode,
                            insert.TankNumber,
                            insert.ProductCode,
                            insert.OccurredAt,
                            insert.Volume ?? "-",
                            insert.InvoiceNumber ?? "-",
                            insert.State,
                            insert.Attempts.ToString(CultureInfo.InvariantCulture),
                            Views.ReasonOf(insert),
                        ]
                ),
            ]
        );
    }
}
