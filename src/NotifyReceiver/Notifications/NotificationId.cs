using System.Globalization;

namespace NotifyReceiver.Notifications;

/// <summary>Names a notification to people and callers: <c>n17</c>, in the order of arrival.</summary>
internal readonly record struct NotificationId(long Seq)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"n{Seq}");

    public static NotificationId? Parse(string text) =>
        text.Length > 1
        && text[0] is 'n' or 'N'
        && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? new NotificationId(seq)
            : null;
}
