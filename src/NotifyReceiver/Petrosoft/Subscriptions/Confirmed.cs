namespace NotifyReceiver.Petrosoft.Subscriptions;

/// <param name="SubscriptionArn">The name of the subscription; null when the reply does not tell.</param>
internal sealed record Confirmed(string? SubscriptionArn);
