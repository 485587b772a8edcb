using System.Globalization;

namespace NotifyReceiver.EndToEndTests.Support;

/// <param name="Seq">The number in the notification's id; null of a call that was not taken.</param>
/// <param name="SaysWhenToRetry">Whether there is a <c>Retry-After</c>.</param>
/// <param name="BodyLength">In bytes; null when the body comes in chunks.</param>
internal sealed record RawAnswer(int Status, long? Seq, bool SaysWhenToRetry, int? BodyLength)
{
    private const string LocationStart = "/petrosoft/notifications/n";

    public bool IsTaken => Status is >= 200 and < 300;

    public static RawAnswer Of(string head)
    {
        var lines = head.Split("\r\n");
        var location = Header(lines, "Location");
        return new RawAnswer(
            int.Parse(lines[0].AsSpan(9, 3), CultureInfo.InvariantCulture),
            location is null ? null : long.Parse(location.AsSpan(LocationStart.Length), CultureInfo.InvariantCulture),
            Header(lines, "Retry-After") is not null,
            Header(lines, "Transfer-Encoding") is not null
                ? null
                : int.Parse(Header(lines, "Content-Length") ?? "0", CultureInfo.InvariantCulture)
        );
    }

    private static string? Header(string[] lines, string name) =>
        Array
            .Find(lines, line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))
            ?[(name.Length + 2)..];
}
