namespace NotifyReceiver.Notifications;

/// <summary>A notification whose document is still to be converted.</summary>
internal sealed record PendingNotification(NotificationId Id, string? ContentType, byte[] Body);
