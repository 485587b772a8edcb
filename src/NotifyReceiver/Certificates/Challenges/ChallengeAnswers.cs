using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Certificates.Challenges;

/// <summary>
/// What a CA will ask for while it validates a name. Kept in files, so that the service answers also for an order that a command
/// has placed, and each is removed when its authorization is done. Validators come several times, so none is used up.
/// </summary>
internal sealed class ChallengeAnswers(CertificateOptions options, TimeProvider clock)
{
    private const string ForHttp = "http";
    private const string ForTls = "tls";

    // An order is over long before; what is older was left behind by a crash.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly string _directory = Path.Combine(options.Directory, "acme", "challenges");

    /// <summary>The certificate to show to a CA that validates this name by tls-alpn-01; null when nobody waits for that.</summary>
    /// <param name="serverName">As the validator sends it: a host name, or an address as <c>1.0.0.127.in-addr.arpa</c>.</param>
    public X509Certificate2? ForServerName(string serverName)
    {
        var pem = Read(FileOf(ForTls, serverName.ToLowerInvariant()));
        return pem is null ? null : X509Certificate2.CreateFromPem(pem, pem);
    }

    /// <summary>The key authorization of this http-01 token; null when nobody waits for it.</summary>
    public string? ForToken(string token) => Read(FileOf(ForHttp, token));

    /// <summary>Answers http-01 until the result is disposed.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public IDisposable Put(string token, string keyAuthorization) => Write(FileOf(ForHttp, token), keyAuthorization);

    /// <summary>Answers tls-alpn-01 until the result is disposed.</summary>
    /// <param name="certificate">With its key.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public IDisposable Put(string serverName, X509Certificate2 certificate)
    {
        using var key =
            certificate.GetECDsaPrivateKey() ?? throw new ArgumentException("no EC key", nameof(certificate));
        return Write(
            FileOf(ForTls, serverName.ToLowerInvariant()),
            $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n"
        );
    }

    /// <summary>Removes what a crash has left behind.</summary>
    public void RemoveStale()
    {
        if (!Directory.Exists(_directory))
        {
            return;
        }
        foreach (var file in Directory.EnumerateFiles(_directory).Where(IsStale))
        {
            File.Delete(file);
        }
    }

    // What a stranger sends never becomes a path: a hash does.
    private string FileOf(string kind, string name) =>
        Path.Combine(_directory, $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}");

    private string? Read(string file)
    {
        try
        {
#pragma warning disable CA3003 // The file's name is a hash of what was asked for.
            return File.Exists(file) && !IsStale(file) ? File.ReadAllText(file) : null;
#pragma warning restore CA3003
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private bool IsStale(string file) => File.GetLastWriteTimeUtc(file) + Longest < clock.GetUtcNow().UtcDateTime;

    private Waiting Write(string file, string text)
    {
        OwnerOnly.CreateDirectory(_directory);
        OwnerOnly.Write(file, text);
        File.SetLastWriteTimeUtc(file, clock.GetUtcNow().UtcDateTime);
        return new Waiting(file);
    }

    private sealed class Waiting(string file) : IDisposable
    {
        public void Dispose() => File.Delete(file);
    }
}
