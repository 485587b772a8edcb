namespace NotifyReceiver.Retention;

/// <summary>How far pruning has come.</summary>
/// <param name="Time">How far time had come at the last pass, as far as it can be trusted.</param>
/// <param name="PassedAt">What the clock showed at the last pass.</param>
/// <param name="Pruned">Notifications that were pruned so far.</param>
/// <param name="Emptied">Those of them that stay without their bodies.</param>
internal sealed record RetentionRecord(DateTimeOffset Time, DateTimeOffset PassedAt, long Pruned, long Emptied);
