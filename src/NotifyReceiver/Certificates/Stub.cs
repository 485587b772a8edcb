// Stands in until the branches check and renew are merged: delete it then.
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Certificates.Serving
{
    internal sealed record StubPolicy(string Name, SslProtocols Protocols, CipherSuitesPolicy? CipherSuites);

    internal sealed class StubClients
    {
        public ClientCertificateMode Mode => ClientCertificateMode.NoCertificate;

        public bool IsAccepted(X509Certificate2 c, X509Chain? ch, SslPolicyErrors e) => true;

        public void Apply(SslServerAuthenticationOptions o) { }
    }

    internal sealed record TlsOptions(int HstsDays)
    {
        public StubPolicy Policy => new("intermediate", SslProtocols.Tls12 | SslProtocols.Tls13, null);
        public StubClients ClientCertificates => new();

        public static TlsOptions Read(SettingsReader s) => new(365);
    }
}
