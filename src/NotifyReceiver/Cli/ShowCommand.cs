using System.CommandLine;
using System.Text.Json;
using NotifyReceiver.Ationet;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Attempts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Cli;

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
                var show = new Showing(new NotificationQueries(database), new InsertQueries(database));
                var text = parsed.GetRequiredValue(id);
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

    private sealed class Showing(NotificationQueries notifications, InsertQueries inserts)
    {
        public bool Any(string id, bool bodyAlone, bool json)
        {
            if (NotificationId.Parse(id) is { } notification)
            {
                return bodyAlone ? Body(notification) : Notification(notification, json);
            }
            return InsertId.Parse(id) is { } insert && Insert(insert, json);
        }

        private bool Body(NotificationId id)
        {
            if (notifications.Raw(id) is not { } raw)
            {
                return false;
            }
            using var output = Console.OpenStandardOutput();
            output.Write(raw.Body);
            return true;
        }

        private bool Notification(NotificationId id, bool json)
        {
            if (notifications.Find(id) is not { } found || notifications.Raw(id) is not { } raw)
            {
                return false;
            }
            var its = inserts.Of(id);
            if (json)
            {
                Output.WriteJson(
                    new
                    {
                        notification = Views.Of(found, its),
                        headers = JsonSerializer.Deserialize<string[][]>(raw.Headers),
                        bodyBase64 = Convert.ToBase64String(raw.Body),
                        inserts = its.Select(insert => Views.Of(insert, inserts.AttemptsOf(insert.Id))),
                    }
                );
                return true;
            }
            WriteNotification(found, raw.Headers);
            foreach (var insert in its)
            {
                Console.Out.WriteLine();
                WriteInsert(insert);
                if (inserts.NotificationsOf(insert.Id).Where(other => other != id).ToList() is { Count: > 0 } others)
                {
                    Console.Out.WriteLine($"    shared    {string.Join(", ", others)} brought the same insert");
                }
            }
            return true;
        }

        private bool Insert(InsertId id, bool json)
        {
            if (inserts.Find(id) is not { } found)
            {
                return false;
            }
            if (json)
            {
                Output.WriteJson(Views.Of(found, inserts.AttemptsOf(id)));
                return true;
            }
            WriteInsert(found);
            Console.Out.WriteLine($"    from  {string.Join(", ", inserts.NotificationsOf(id))}");
            return true;
        }

        private static void WriteNotification(NotificationSummary found, string headers)
        {
            Console.Out.WriteLine(
                $"{found.Id}  {found.State}  {found.Profile ?? "document not recognised"}  location {found.Location ?? "-"}"
            );
            Console.Out.WriteLine(
                $"    received  {Output.Time(found.ReceivedAt)} from {found.RemoteAddress} with {found.Credential}, "
                    + $"{found.Bytes} bytes{(found.TimesReceived > 1 ? $", {found.TimesReceived} times" : "")}"
            );
            foreach (var header in JsonSerializer.Deserialize<string[][]>(headers)!)
            {
                Console.Out.WriteLine($"    header    {header[0]}: {header[1]}");
            }
            foreach (var reason in found.Reasons)
            {
                Console.Out.WriteLine($"    reason    {reason}");
            }
        }

        private void WriteInsert(InsertSummary insert)
        {
            Console.Out.WriteLine(
                $"{insert.Id}  {insert.State}  {insert.Kind}  tank {insert.TankNumber}  product {insert.ProductCode}  "
                    + $"{insert.OccurredAt}  {insert.Volume}"
            );
            if (Views.ReasonOf(insert) is { Length: > 0 } reason)
            {
                Console.Out.WriteLine($"    reason    {reason}");
            }
            var attempts = inserts.AttemptsOf(insert.Id);
            foreach (var attempt in attempts)
            {
                WriteAttempt(attempt);
            }
            if (attempts.Count == 0)
            {
                Console.Out.WriteLine($"    not sent  {insert.Row}");
            }
        }

        private static void WriteAttempt(AttemptSummary attempt)
        {
            Console.Out.WriteLine(
                $"    attempt {attempt.Number}  {Output.Time(attempt.StartedAt)}  {attempt.Outcome ?? "under way"}: {attempt.Detail}"
            );
            Console.Out.WriteLine($"    {attempt.Address ?? $"POST {FmsRequest.Path} (dry run)"}");
            Console.Out.WriteLine($"    {attempt.Request}");
            if (!string.IsNullOrEmpty(attempt.Reply))
            {
                Console.Out.WriteLine($"    reply {attempt.Status}  {PlainLine.Of(attempt.Reply)}");
            }
        }
    }
}
