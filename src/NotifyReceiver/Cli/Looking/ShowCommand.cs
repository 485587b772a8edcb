using System.CommandLine;
using System.Text.Json;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Petrosoft.Fetching;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Cli.Looking;

/// <summary><c>show</c>: all that is known of one notification or insert, with the exact requests and replies.</summary>
internal static class ShowCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var id = new Argument<string>("id") { Description = "n17 (a notification) or i23 (an insert)" };
        var body = new Option<bool>("--body")
        {
            Description = "writes the notification's body, byte for byte, and nothing else",
        };
        var json = JsonOption.Create("one JSON object");
        var command = new Command("show", "Shows one notification or insert, with the exact requests for ATIONET.")
        {
            id,
            body,
            json,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                await using var database = Workspace.OpenDatabase(settings);
                var show = new Showing(database);
                var text = parsed.GetRequiredValue(id);
                if (parsed.GetValue(body) && show.IsPruned(text))
                {
                    return await CommandLine.FailAsync(
                        $"the body of {text} was pruned (Retention:Days, Retention:MaxBytes)"
                    );
                }
                return show.Any(text, parsed.GetValue(body), parsed.GetValue(json))
                    ? ExitCode.Done
                    : await CommandLine.FailAsync(
                        $"there is nothing called '{text}'; 'list' shows what there is",
                        ExitCode.NotFound
                    );
            }
        );
        return command;
    }

    private sealed class Showing(Database database)
    {
        private readonly NotificationQueries _notifications = new(database);
        private readonly FetchQueries _fetches = new(database);
        private readonly InsertQueries _inserts = new(database);

        public bool Any(string id, bool bodyAlone, bool json)
        {
            if (NotificationId.Parse(id) is { } notification)
            {
                return bodyAlone ? Body(notification) : Notification(notification, json);
            }
            return InsertId.Parse(id) is { } insert && Insert(insert, json);
        }

        public bool IsPruned(string id) =>
            NotificationId.Parse(id) is { } notification && _notifications.Find(notification)?.PrunedAt is not null;

        private bool Body(NotificationId id)
        {
            if (_notifications.Raw(id) is not { } raw)
            {
                return false;
            }
            using var output = Console.OpenStandardOutput();
            output.Write(raw.Body);
            return true;
        }

        private bool Notification(NotificationId id, bool json)
        {
            if (_notifications.Find(id) is not { } found || _notifications.Raw(id) is not { } raw)
            {
                return false;
            }
            var its = _inserts.Of(id);
            var fetches = _fetches.Of(id);
            var namedBy = _fetches.NamedBy(id);
            if (json)
            {
                Output.WriteJson(
                    new
                    {
                        notification = Views.Of(found, its),
                        namedBy = namedBy.Select(other => other.ToString()),
                        headers = JsonSerializer.Deserialize<string[][]>(raw.Headers),
                        bodyBase64 = Convert.ToBase64String(raw.Body),
                        fetches = fetches.Select(Views.Of),
                        inserts = its.Select(Json),
                    }
                );
                return true;
            }
            NotificationText.Write(found, raw.Headers, namedBy, fetches);
            foreach (var insert in its)
            {
                Console.Out.WriteLine();
                Write(insert);
                if (_inserts.NotificationsOf(insert.Id).Where(other => other != id).ToList() is { Count: > 0 } others)
                {
                    Console.Out.WriteLine($"    shared    {string.Join(", ", others)} brought the same insert");
                }
            }
            return true;
        }

        private bool Insert(InsertId id, bool json)
        {
            if (_inserts.Find(id) is not { } found)
            {
                return false;
            }
            if (json)
            {
                Output.WriteJson(Json(found));
                return true;
            }
            Write(found);
            Console.Out.WriteLine($"    from  {string.Join(", ", _inserts.NotificationsOf(id))}");
            return true;
        }

        private object Json(InsertSummary insert) =>
            Views.Of(insert, _inserts.AttemptsOf(insert.Id), _inserts.DifferencesOf(insert));

        private void Write(InsertSummary insert) =>
            InsertText.Write(
                insert,
                _inserts.DifferencesOf(insert),
                _inserts.HasDifferenceToSend(insert.Id),
                _inserts.AttemptsOf(insert.Id)
            );
    }
}
