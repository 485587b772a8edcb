using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Generated;

namespace NotifyReceiver.Certificates.Serving;

/// <summary>
/// The self-signed one, for as long as there is no other: the port speaks TLS from the first start, and a CA can ask there before it
/// has issued anything.
/// </summary>
internal sealed class OwnCertificate(CertificateOptions options, TimeProvider clock)
{
    private Served? _served;
    private string? _text;

    /// <summary>As its file holds it now; another one when its time is over.</summary>
    public async Task<Served> LookAsync(CancellationToken stop)
    {
        var text = SelfSignedCertificate.TextOf(options);
        if (_served?.Certificate.IsValidAt(clock.GetUtcNow()) != true || text != _text)
        {
            _served = await LoadAsync(stop);
            _text = SelfSignedCertificate.TextOf(options);
        }
        return _served;
    }

    private async Task<Served> LoadAsync(CancellationToken stop)
    {
        var candidate = new Candidate(SelfSignedCertificate.LoadOrCreate(options, clock), []);
        var terms = new CheckTerms([], AreNamesRequired: false, clock.GetUtcNow());
        var result = await CertificateCheck.RunAsync(candidate, terms, stop);
        var certificate =
            result.Certificate
            ?? throw new InvalidOperationException(
                $"the certificate that was made here cannot be used: {string.Join("; ", result.Problems)}"
            );
        return new Served(
            certificate,
            Served.SelfSigned,
            Generation: null,
            SelfSignedCertificate.FileIn(options),
            certificate.Warnings
        );
    }
}
