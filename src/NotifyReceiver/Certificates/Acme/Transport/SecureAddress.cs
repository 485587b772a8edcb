namespace NotifyReceiver.Certificates.Acme.Transport;

/// <summary>Addresses that a CA tells: https or nothing (RFC 8555 section 6.1).</summary>
internal static class SecureAddress
{
    /// <summary>Null when it is no whole https address.</summary>
    public static Uri? Of(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsOne(uri) ? uri : null;

    public static bool IsOne(Uri address) =>
        address is { IsAbsoluteUri: true, UserInfo: "", Host.Length: > 0 } && address.Scheme == Uri.UriSchemeHttps;

    /// <summary>A page for people: http will do.</summary>
    public static Uri? OfPage(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri
            : null;
}
