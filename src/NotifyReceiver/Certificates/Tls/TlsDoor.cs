using System.Net.Security;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using NotifyReceiver.Certificates.Challenges;
using NotifyReceiver.Certificates.Serving;

namespace NotifyReceiver.Certificates.Tls;

/// <summary>
/// Makes a door speak TLS with whatever is served at the moment of each handshake. A CA's validator, and nobody else, is shown
/// the certificate that answers its challenge (RFC 8737, section 3), and its connection ends there.
/// </summary>
internal sealed class TlsDoor(ServedCertificates served, ChallengeAnswers challenges, TlsOptions options)
{
    private static readonly SslApplicationProtocol Validation = new("acme-tls/1");

    public void Open(ListenOptions listen)
    {
        listen.UseHttps(
            new HttpsConnectionAdapterOptions
            {
                SslProtocols = options.Policy.Protocols,
                ClientCertificateMode = options.ClientCertificates.Mode,
                ClientCertificateValidation = options.ClientCertificates.IsAccepted,
                TlsClientHelloBytesCallback = (connection, bytes) =>
                    connection.Items[typeof(ClientHello)] = ClientHello.Parse(bytes),
                OnAuthenticate = Authenticate,
                // Kestrel wants one of these. What is set above goes before it.
                ServerCertificateSelector = (_, name) => served.Current.For(name).Certificate.Leaf,
            }
        );
        listen.Use(next => connection => IsValidated(connection) ? Task.CompletedTask : next(connection));
    }

    // Not the selector: it builds the chain anew with each handshake, over the network where the leaf names an address for that.
    private void Authenticate(ConnectionContext connection, SslServerAuthenticationOptions handshake)
    {
        var hello = connection.Items[typeof(ClientHello)] as ClientHello;
        handshake.ServerCertificateSelectionCallback = null;
        handshake.CipherSuitesPolicy = options.Policy.CipherSuites;
        if (hello is { IsValidation: true, ServerName: { } name } && challenges.ForServerName(name) is { } answer)
        {
            handshake.ServerCertificateContext = SslStreamCertificateContext.Create(answer, null, offline: true);
            handshake.ApplicationProtocols = [Validation];
            return;
        }
        handshake.ServerCertificateContext = served.Current.For(hello?.ServerName).Certificate.Context;
        options.ClientCertificates.Apply(handshake);
    }

    private static bool IsValidated(ConnectionContext connection) =>
        connection
            .Features.Get<ITlsApplicationProtocolFeature>()
            ?.ApplicationProtocol.Span.SequenceEqual(Validation.Protocol.Span) == true;
}
