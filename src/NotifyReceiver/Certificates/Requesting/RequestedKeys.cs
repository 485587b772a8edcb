namespace NotifyReceiver.Certificates.Requesting;

/// <summary>The keys that wait, in <c>requested</c>, for the certificates that were requested with them.</summary>
internal static class RequestedKeys
{
    public static IReadOnlyList<RequestedKey> In(CertificateOptions options)
    {
        var directory = DirectoryOf(options);
        return Directory.Exists(directory)
            ?
            [
                .. Directory
                    .EnumerateFiles(directory, "*.key")
                    .Order(StringComparer.Ordinal)
                    .Select(file => new RequestedKey(file)),
            ]
            : [];
    }

    public static string DirectoryOf(CertificateOptions options) => Path.Combine(options.Directory, "requested");
}
