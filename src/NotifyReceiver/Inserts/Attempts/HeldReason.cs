namespace NotifyReceiver.Inserts.Attempts;

/// <summary>What an operator reads beside a delivery whose outcome is not known.</summary>
internal static class HeldReason
{
    public const string OfInterrupted =
        "its outcome was not recorded, because the service stopped or its database failed";

    private const string WhatToDo =
        "ATIONET may have this delivery or not: look for it in the portal, and send it again only if it is not there";

    /// <param name="detail">What became of the last try.</param>
    /// <param name="waited">How long it has waited between tries.</param>
    public static string OfGivenUp(string detail, TimeSpan waited) =>
        $"given up after {InWords(waited)} of tries: {detail}";

    /// <param name="detail">What became of the request.</param>
    /// <param name="whyNoLooks">Why it cannot be looked up by this program.</param>
    public static string OfUnknown(string detail, string whyNoLooks) => $"{detail}; {whyNoLooks}; {WhatToDo}";

    private static string InWords(TimeSpan time) =>
        time switch
        {
            { TotalDays: >= 2 } => $"{(int)time.TotalDays} days",
            { TotalHours: >= 2 } => $"{(int)time.TotalHours} hours",
            _ => $"{(int)time.TotalMinutes} minutes",
        };
}
