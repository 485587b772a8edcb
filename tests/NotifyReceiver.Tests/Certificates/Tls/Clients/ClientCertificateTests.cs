using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using NotifyReceiver.Certificates.Tls.Clients;
using NotifyReceiver.Tests.Certificates.Support;

namespace NotifyReceiver.Tests.Certificates.Tls.Clients;

/// <summary>By real handshakes: callers show certificates, and the server is set up as Kestrel sets it up.</summary>
public sealed class ClientCertificateTests
{
    private static readonly LeafShape ForClients = LeafShape.Usual with { Purposes = [LeafShape.ClientAuth] };

    private static readonly TestAuthority Accepted = TestAuthority.Create(TimeProvider.System, name: "Accepted");
    private static readonly TestAuthority Other = TestAuthority.Create(TimeProvider.System, name: "Other");
    private static readonly TestCertificate Server = Other.Issue("hook.example");

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Who_was_certified_as_a_client_is_accepted()
    {
        Assert.True(await IsAcceptedAsync(Issue(Accepted, ForClients)));
        Assert.True(await IsAcceptedAsync(Issue(Accepted, LeafShape.Usual with { Purposes = [] })));
    }

    [Fact]
    public async Task Who_was_certified_by_another_is_refused()
    {
        Assert.False(await IsAcceptedAsync(Issue(Other, ForClients)));
        Assert.False(await IsAcceptedAsync(TestAuthority.SelfSigned(TimeProvider.System, "caller.example")));
    }

    [Fact]
    public async Task Who_took_the_authority_s_name_is_refused() =>
        Assert.False(
            await IsAcceptedAsync(Issue(TestAuthority.Create(TimeProvider.System, name: "Accepted"), ForClients))
        );

    [Fact]
    public async Task A_certificate_for_servers_is_refused() =>
        Assert.False(await IsAcceptedAsync(Issue(Accepted, LeafShape.Usual)));

    [Fact]
    public async Task A_certificate_out_of_date_is_refused() =>
        Assert.False(
            await IsAcceptedAsync(
                Accepted.Issue(["caller.example"], TestKey.P256, Now.AddDays(-3), Now.AddDays(-2), ForClients)
            )
        );

    [Fact]
    public async Task An_intermediate_that_the_caller_leaves_out_may_stand_in_the_file()
    {
        var alone = Issue(Accepted, ForClients) with { Chain = [] };

        Assert.False(await IsAcceptedAsync(alone));
        Assert.True(await IsAcceptedAsync(alone, [Accepted.Root, .. Accepted.Intermediates]));
    }

    [Fact]
    public async Task Addresses_in_a_caller_s_certificate_are_not_asked()
    {
        using var asked = new TcpListener(IPAddress.Loopback, 0);
        asked.Start();
        var address = new Uri($"http://{asked.LocalEndpoint}/");
        var shape = ForClients with { IssuerAddress = address, OcspAddress = address, CrlAddress = address };

        Assert.True(await IsAcceptedAsync(Issue(Accepted, shape)));
        Assert.False(await IsAcceptedAsync(Issue(Accepted, shape) with { Chain = [] }));

        Assert.False(asked.Pending());
    }

    [Fact]
    public void Without_a_certificate_nobody_is_accepted() =>
        Assert.False(
            new ClientCertificateCheck([Accepted.Root]).IsAccepted(
                certificate: null,
                chain: null,
                SslPolicyErrors.RemoteCertificateNotAvailable
            )
        );

    private static TestCertificate Issue(TestAuthority authority, LeafShape shape) =>
        authority.Issue(["caller.example"], TestKey.P256, shape: shape);

    private static async Task<bool> IsAcceptedAsync(
        TestCertificate shown,
        IReadOnlyList<X509Certificate2>? authorities = null
    )
    {
        var clients = new ClientCertificates(
            ClientCertificateMode.RequireCertificate,
            new ClientCertificateCheck(authorities ?? [Accepted.Root])
        );
        var server = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = Context(Server),
            ClientCertificateRequired = true,
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                clients.IsAccepted((X509Certificate2)certificate!, chain, errors),
        };
        clients.Apply(server);
        var client = new SslClientAuthenticationOptions
        {
            TargetHost = "hook.example",
            ClientCertificateContext = Context(shown),
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        };
        try
        {
            await Handshake.RunAsync(server, client);
            return true;
        }
        catch (AuthenticationException)
        {
            return false;
        }
    }

    private static SslStreamCertificateContext Context(TestCertificate certificate) =>
        SslStreamCertificateContext.Create(certificate.Leaf, [.. certificate.Chain], offline: true);
}
