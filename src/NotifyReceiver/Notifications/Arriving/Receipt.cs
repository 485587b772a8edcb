namespace NotifyReceiver.Notifications.Arriving;

/// <summary>What became of a call at the moment that it was committed.</summary>
internal sealed record Receipt(NotificationId Id, Arrival Arrival);
