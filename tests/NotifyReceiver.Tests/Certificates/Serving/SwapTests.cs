using System.Collections.Concurrent;
using System.Security.Authentication;
using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Certificates.Manual;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Tests.Certificates.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Serving;

/// <summary>The pointer is swapped as fast as it can be read, under load.</summary>
public sealed class SwapTests : IDisposable
{
    private const int Swaps = 200;
    private const int Callers = 4;

    private readonly TemporaryDirectory _directory = new();
    private readonly TestAuthority _authority = TestAuthority.Create(TimeProvider.System);

    [Fact]
    public async Task No_handshake_fails_and_each_is_shown_the_one_or_the_other()
    {
        var lineage = new LineageDirectory(CertificateOptions.In(_directory.File("certs"))).Open("imported-a");
        var generations = new[] { Commit(lineage), Commit(lineage) };
        await using var receiver = await RunningReceiver.StartAsync(_directory);
        var served = receiver.Services.GetRequiredService<ServedCertificates>();
        var shown = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        using var over = new CancellationTokenSource();
        var callers = Task.WhenAll(Enumerable.Range(0, Callers).Select(CallAsync));

        for (var swap = 0; swap < Swaps; swap++)
        {
            lineage.PointAt(generations[swap % 2]);
            await served.LookAsync(Look.Settled, CancellationToken.None);
            Assert.Equal(generations[swap % 2].Note.Sha256, served.Current.Default.Certificate.Sha256);
        }
        await Eventually.TrueAsync(() => shown.Count == 2 || callers.IsFaulted);
        await over.CancelAsync();
        await callers;

        Assert.Equal(
            generations.Select(it => it.Note.Sha256).Order(StringComparer.Ordinal),
            shown.Keys.Order(StringComparer.Ordinal)
        );

        async Task CallAsync(int number)
        {
            var protocol = number % 2 == 0 ? SslProtocols.Tls12 : SslProtocols.Tls13;
            while (!over.IsCancellationRequested)
            {
                var one = await TlsClient.ShownAsync(receiver.Webhook, "a.example", _authority.Root, protocol);
                shown.AddOrUpdate(one.Sha256, 1, (_, count) => count + 1);
            }
        }
    }

    public void Dispose() => _directory.Dispose();

    private Generation Commit(Lineage lineage)
    {
        var certificate = _authority.Issue("a.example");
        return lineage.Commit(
            certificate.Candidate,
            new GenerationNote(
                TimeProvider.System.GetUtcNow(),
                certificate.Sha256,
                ["a.example"],
                new DateTimeOffset(certificate.Leaf.NotBefore),
                new DateTimeOffset(certificate.Leaf.NotAfter),
                "a test"
            )
        );
    }
}
