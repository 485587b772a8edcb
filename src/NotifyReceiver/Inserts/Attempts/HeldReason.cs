namespace NotifyReceiver.Inserts.Attempts;

/// <summary>What an operator reads beside a delivery whose outcome is not known.</summary>
internal static class HeldReason
{
    private const string WhatToDo =
        "ATIONET may have this delivery or not: look for it in the portal, and send it again only if it is not there";

    public const string OfInterrupted =
        $"its outcome was not recorded, because the service stopped or its database failed; {WhatToDo}";

    public static string OfUnknown(string detail) => $"{detail}; {WhatToDo}";
}
