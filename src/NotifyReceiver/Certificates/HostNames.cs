namespace NotifyReceiver.Certificates;

/// <summary>What a certificate may be for: a host name, a wildcard, an address.</summary>
internal static class HostNames
{
    public static bool IsOne(string text) =>
        Uri.CheckHostName(text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text)
            is UriHostNameType.Dns
                or UriHostNameType.IPv4
                or UriHostNameType.IPv6;
}
