using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Certificates.Manual;
using NotifyReceiver.Certificates.Renewing;
using NotifyReceiver.Certificates.Renewing.Timing;
using NotifyReceiver.Certificates.Serving;

namespace NotifyReceiver.Certificates.Status;

/// <summary>Puts together how it stands with all certificates.</summary>
/// <param name="renewals">None where no CA is configured.</param>
internal sealed class StatusReading(
    CertificateOptions options,
    ServedCertificates served,
    ManualIntake manual,
    IEnumerable<RenewalReading> renewals,
    TimeProvider clock
)
{
    public CertificateStatus Now()
    {
        var now = clock.GetUtcNow();
        var selection = served.Current;
        var renewing = renewals.SelectMany(reading => reading.All()).Select(RenewalView.Of).ToList();
        return new CertificateStatus(
            now,
            [
                .. selection
                    .All.OrderByDescending(it => it == selection.Default)
                    .Select(it => Of(it, it == selection.Default, renewing, now)),
            ],
            [
                .. manual
                    .Drops.Where(drop => drop.Refusal is not null)
                    .Select(drop => new RefusalStatus(drop.Drop.CertificateFile, drop.Refusal!, drop.Since)),
            ],
            renewing,
            [.. options.Names.Where(name => !selection.Covers(name))],
            manual.Trouble
        );
    }

    private static ServedStatus Of(
        Served served,
        bool isDefault,
        IReadOnlyList<RenewalView> renewing,
        DateTimeOffset now
    )
    {
        var certificate = served.Certificate;
        return new ServedStatus(
            certificate.Names,
            isDefault,
            served.Source,
            served.From,
            served.Lineage,
            served.Generation,
            certificate.Sha256,
            certificate.Key,
            certificate.Issuer,
            certificate.NotBefore,
            certificate.NotAfter,
            certificate.ChainSent,
            certificate.ChainConfigured,
            Next(served, renewing.FirstOrDefault(it => it.Lineage == served.Lineage)),
            Concern(served, now),
            served.Warnings
        );
    }

    private static string Next(Served served, RenewalView? renewal) =>
        served.Source switch
        {
            Served.SelfSigned =>
                "it is replaced by the first certificate that is dropped, imported or issued; most callers do not trust it",
            LineageName.Acme => renewal is null
                ? "nobody renews it: Acme:Names does not ask for it any more"
                : $"renewed {renewal.When}: {renewal.Why}",
            LineageName.Imported => "import another before it ends: notify-receiver cert import",
            _ => "put a renewed pair in the place of these files before it ends",
        };

    private static string? Concern(Served served, DateTimeOffset now)
    {
        var lifetime = new Lifetime(served.Certificate.NotBefore, served.Certificate.NotAfter);
        if (now < lifetime.NotBefore)
        {
            return $"the certificate of {served.From} is not valid before {lifetime.NotBefore:yyyy-MM-dd HH:mm} UTC; is this machine's clock right?";
        }
        var isNear = ExpiryWarning.StageOf(lifetime, now) != ExpiryStage.Far && served.Source != Served.SelfSigned;
        return isNear ? $"the certificate of {served.From} {ExpiryWarning.InWords(lifetime, now)}" : null;
    }
}
