using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Certificates.Tls.Clients;

/// <summary>Whether callers show a certificate of their own, and whose.</summary>
/// <param name="Check">Null where none is asked for.</param>
internal sealed record ClientCertificates(ClientCertificateMode Mode, ClientCertificateCheck? Check)
{
    private const string ModeKey = "Tls:ClientCertificates";
    private const string FileKey = "Tls:ClientCertificateAuthorities";

    private static readonly Dictionary<string, ClientCertificateMode> Modes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = ClientCertificateMode.NoCertificate,
        ["optional"] = ClientCertificateMode.AllowCertificate,
        ["required"] = ClientCertificateMode.RequireCertificate,
    };

    public static ClientCertificates None { get; } = new(ClientCertificateMode.NoCertificate, Check: null);

    /// <summary>As it is set.</summary>
    public string Name => Modes.First(mode => mode.Value == Mode).Key;

    public static ClientCertificates Read(SettingsReader settings)
    {
        var mode = settings.Choice(ModeKey, ClientCertificateMode.NoCertificate, Modes);
        var file = settings.Text(FileKey);
        if (mode == ClientCertificateMode.NoCertificate)
        {
            if (file is not null)
            {
                settings.Mistake(FileKey, $"is set, but {ModeKey} is none, so nobody is asked for a certificate");
            }
            return None;
        }
        if (file is null)
        {
            settings.Mistake(
                FileKey,
                $"is missing: {ModeKey} is set, so name a PEM file with the CAs whose certificates are accepted"
            );
            return None;
        }
        var (authorities, problem) = AuthorityFile.Read(file);
        if (problem is not null)
        {
            settings.Mistake(FileKey, problem);
            return None;
        }
        return new ClientCertificates(mode, new ClientCertificateCheck(authorities));
    }

    /// <summary>Whether the certificate that a caller shows is good; one that is not ends the handshake, also where none is required.</summary>
    public bool IsAccepted(X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors) =>
        Check is not null && Check.IsAccepted(certificate, chain, errors);

    /// <summary>Keeps the framework, which looks at the certificate too, from following addresses that a caller has written into it.</summary>
    public void Apply(SslServerAuthenticationOptions handshake)
    {
        if (Check is not null)
        {
            handshake.CertificateChainPolicy = Check.Policy();
        }
    }
}
