namespace NotifyReceiver.Notifications.Arriving.Seen;

/// <summary>A notification that is here already.</summary>
internal sealed record Known(NotificationId Id, byte[] BodySha256);
