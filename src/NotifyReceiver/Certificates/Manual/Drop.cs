using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Checking.Reading;

namespace NotifyReceiver.Certificates.Manual;

/// <summary>Files that belong together in the admin's directory: a certificate and its key, or a PFX.</summary>
/// <param name="Name">The files' common name below the directory: <c>tls</c>, <c>shop/tls</c>.</param>
/// <param name="CertificateFile">Its certificate, with or without the key, or its PFX.</param>
/// <param name="KeyFile">Its key; null where that is in the same file.</param>
/// <param name="PasswordFile">Where the password stands, whether there is such a file or not.</param>
internal sealed record Drop(string Name, string CertificateFile, string? KeyFile, string PasswordFile)
{
    private const int MostBytes = 1024 * 1024;

    public bool IsPkcs12 => Path.GetExtension(CertificateFile).ToUpperInvariant() is ".PFX" or ".P12";

    /// <summary>All files at this moment; or why one of them cannot be read.</summary>
    public (DropContent? Content, string? Problem) Read()
    {
        try
        {
            var certificate = Bytes(CertificateFile);
            var key = KeyFile is null ? certificate : Bytes(KeyFile);
            var password = File.Exists(PasswordFile) ? Bytes(PasswordFile) : null;
            return (new DropContent(certificate, key, password), null);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, $"cannot be read: {unreadable.Message}");
        }
    }

    /// <param name="otherwise">The password where the drop has no file of its own for it.</param>
    public (Candidate? Candidate, string? Problem) Parse(DropContent content, string? otherwise)
    {
        var password = content.Password ?? otherwise;
        return IsPkcs12
            ? CandidateReading.Pkcs12(content.Certificate, password)
            : CandidateReading.Pem(content.Certificate, content.Key, password);
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length > MostBytes)
        {
            throw new IOException($"'{file}' has more than {MostBytes} bytes; that is no certificate");
        }
        var bytes = new byte[stream.Length];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..read];
    }
}
