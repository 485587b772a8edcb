namespace NotifyReceiver.Certificates.Manual;

/// <summary>
/// The directory that belongs to the admin, <c>manual</c>: never written by the service. Pairs stand in it or one directory
/// deeper, under any name: <c>X.crt</c> (or <c>.pem</c>, <c>.cer</c>) with <c>X.key</c>, <c>X.pem</c> with both, <c>X.pfx</c>
/// (or <c>.p12</c>), certbot's <c>fullchain.pem</c> with <c>privkey.pem</c>, mkcert's <c>X.pem</c> with <c>X-key.pem</c>.
/// </summary>
internal sealed class ManualDirectory(CertificateOptions options)
{
    private const string CertbotCertificate = "fullchain.pem";
    private const string CertbotKey = "privkey.pem";

    private const string KeyEnding = "-key.pem";

    private static readonly string[] Certificates = [".CRT", ".CER", ".PEM", ".PFX", ".P12"];

    public string Path { get; } = System.IO.Path.Combine(options.Directory, "manual");

    /// <summary>What is there now, by name; or why the directory cannot be listed.</summary>
    public (IReadOnlyList<Drop> Drops, string? Problem) List()
    {
        if (!Directory.Exists(Path))
        {
            return ([], null);
        }
        try
        {
            var directories = Directory.EnumerateDirectories(Path).Where(IsMeant).Prepend(Path);
            return (
                [.. directories.SelectMany(In).OrderBy(drop => drop.CertificateFile, StringComparer.Ordinal)],
                null
            );
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return ([], $"'{Path}' cannot be listed: {unreadable.Message}");
        }
    }

    private IEnumerable<Drop> In(string directory)
    {
        var prefix = directory == Path ? "" : $"{System.IO.Path.GetFileName(directory)}/";
        var names = Directory
            .EnumerateFileSystemEntries(directory)
            .Where(IsMeant)
            .Select(file => System.IO.Path.GetFileName(file))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Contains(CertbotCertificate)
            ? [Of(directory, prefix, CertbotCertificate, CertbotKey)]
            : names.Where(IsCertificate).Select(name => Of(directory, prefix, name, KeyOf(name, names)));
    }

    private static Drop Of(string directory, string prefix, string certificate, string? key)
    {
        var stem = System.IO.Path.GetFileNameWithoutExtension(certificate);
        return new Drop(
            prefix + stem,
            System.IO.Path.Combine(directory, certificate),
            key is null ? null : System.IO.Path.Combine(directory, key),
            System.IO.Path.Combine(directory, $"{stem}.pass")
        );
    }

    // Null where the same file holds it: always in a PFX, and in a PEM without another beside it.
    private static string? KeyOf(string certificate, HashSet<string> names)
    {
        var stem = System.IO.Path.GetFileNameWithoutExtension(certificate);
        if (Extension(certificate) is ".PFX" or ".P12")
        {
            return null;
        }
        if (names.TryGetValue($"{stem}.key", out var key) || names.TryGetValue($"{stem}{KeyEnding}", out key))
        {
            return key;
        }
        return Extension(certificate) == ".PEM" ? null : $"{stem}.key";
    }

    // lego puts the issuer's certificate beside the pair that already holds it, mkcert its key under a name like a certificate's.
    private static bool IsCertificate(string name) =>
        Certificates.Contains(Extension(name), StringComparer.Ordinal)
        && !name.EndsWith(".issuer.crt", StringComparison.OrdinalIgnoreCase)
        && !name.EndsWith(KeyEnding, StringComparison.OrdinalIgnoreCase);

    private static string Extension(string name) => System.IO.Path.GetExtension(name).ToUpperInvariant();

    // Editors, Kubernetes and file systems keep things of their own under names that begin so.
    private static bool IsMeant(string path) => System.IO.Path.GetFileName(path)[0] is not ('.' or '~');
}
