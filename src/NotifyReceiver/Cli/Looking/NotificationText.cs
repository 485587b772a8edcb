using System.Text.Json;
using NotifyReceiver.Notifications;
using NotifyReceiver.Petrosoft.Fetching;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Cli.Looking;

/// <summary>A notification as <c>show</c> writes it for people.</summary>
internal static class NotificationText
{
    public static void Write(
        NotificationSummary found,
        string headers,
        IReadOnlyList<NotificationId> namedBy,
        IReadOnlyList<FetchSummary> fetches
    )
    {
        Console.Out.WriteLine($"{found.Id}  {found.State}  {Views.Document(found)}  location {found.Location ?? "-"}");
        WriteOrigin(found, namedBy);
        if (found.PrunedAt is { } pruned)
        {
            Console.Out.WriteLine($"    pruned    {Output.Time(pruned)}: headers, body and requests are gone");
        }
        foreach (var header in JsonSerializer.Deserialize<string[][]>(headers)!)
        {
            Console.Out.WriteLine($"    header    {header[0]}: {header[1]}");
        }
        foreach (var reason in found.Reasons)
        {
            Console.Out.WriteLine($"    reason    {reason}");
        }
        foreach (var fetch in fetches)
        {
            Write(fetch);
        }
    }

    private static void WriteOrigin(NotificationSummary found, IReadOnlyList<NotificationId> namedBy)
    {
        var times = found.TimesReceived > 1 ? $", {found.TimesReceived} times" : "";
        if (found.Origin == NotificationOrigin.Call)
        {
            Console.Out.WriteLine(
                $"    received  {Output.Time(found.ReceivedAt)} from {found.RemoteAddress} with {found.Credential}, {found.Bytes} bytes{times}"
            );
            return;
        }
        if (found.Path is null)
        {
            Console.Out.WriteLine(
                $"    named     {Output.Time(found.ReceivedAt)} by catch-up, which could not have it"
            );
            return;
        }
        Console.Out.WriteLine($"    fetched   {Output.Time(found.ReceivedAt)}, {found.Bytes} bytes{times}");
        Console.Out.WriteLine($"    path      {PlainLine.Of(found.Path)}");
        if (found.DocumentType is not null || found.BusinessUnit is not null)
        {
            Console.Out.WriteLine($"    as        {found.DocumentType ?? "-"} of {found.BusinessUnit ?? "-"}");
        }
        var why = namedBy.Count > 0 ? $"named by {string.Join(", ", namedBy)}" : "found by catch-up";
        Console.Out.WriteLine($"    because   {why}");
    }

    private static void Write(FetchSummary fetch)
    {
        var more = fetch switch
        {
            { Documents.Count: > 0 } => $": {string.Join(", ", fetch.Documents)}",
            { State: "pending", Attempts: > 0 } => $": {fetch.Reason}; next try {Output.Time(fetch.DueAt)}",
            { Reason: { } reason } => $": {reason}",
            _ => "",
        };
        Console.Out.WriteLine($"    fetch     {PlainLine.Of(fetch.Path)}  {fetch.State}{more}");
    }
}
