using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Renewing;
using NotifyReceiver.Certificates.Status;
using NotifyReceiver.Certificates.Tls;
using Prometheus;

namespace NotifyReceiver.Operations;

/// <summary>What of certificates is worth an alarm: their end, their refusals, a chain that is cut, handshakes that fail.</summary>
/// <param name="renewals">None where no CA is configured.</param>
internal sealed class CertificateMetrics(
    StatusReading reading,
    CertificateCounts counts,
    HandshakeCounts handshakes,
    IEnumerable<RenewalCounts> renewals
)
{
    private static readonly string[] OfOne = ["lineage", "source", "name"];

    /// <summary>Shows them in the registry, as they are at each scrape.</summary>
    public void AddTo(CollectorRegistry registry)
    {
        var metrics = Metrics.WithCustomRegistry(registry);
        var refreshers = new[] { Served(metrics), Judged(metrics), Attempts(metrics), Failures(metrics) };
        registry.AddBeforeCollectCallback(() =>
        {
            var status = reading.Now();
            foreach (var refresh in refreshers)
            {
                refresh(status);
            }
        });
    }

    private static Action<CertificateStatus> Served(MetricFactory metrics)
    {
        var notAfter = metrics.CreateGauge(
            "notify_receiver_certificate_not_after_timestamp_seconds",
            "When a served certificate ends, in seconds since 1970.",
            OfOne
        );
        var notBefore = metrics.CreateGauge(
            "notify_receiver_certificate_not_before_timestamp_seconds",
            "When a served certificate begins, in seconds since 1970.",
            OfOne
        );
        var notSent = metrics.CreateGauge(
            "notify_receiver_certificate_chain_not_sent",
            "How many certificates of the configured chain are not sent.",
            OfOne
        );
        return status =>
        {
            Refresh(notAfter, status, it => it.NotAfter.ToUnixTimeSeconds());
            Refresh(notBefore, status, it => it.NotBefore.ToUnixTimeSeconds());
            Refresh(notSent, status, it => it.ChainConfigured - it.ChainSent);
        };
    }

    private Action<CertificateStatus> Judged(MetricFactory metrics)
    {
        var refused = metrics.CreateGauge(
            "notify_receiver_certificate_files_refused",
            "How many of the admin's certificate files are not served."
        );
        var judged = metrics.CreateCounter(
            "notify_receiver_certificates_judged_total",
            "Certificates that were looked at before use.",
            "source",
            "result"
        );
        return status =>
        {
            refused.Set(status.Refusals.Count);
            foreach (var ((source, wasTaken), count) in counts.Judged)
            {
                judged.WithLabels(source, wasTaken ? "taken" : "refused").IncTo(count);
            }
        };
    }

    private Action<CertificateStatus> Attempts(MetricFactory metrics)
    {
        var attempts = metrics.CreateCounter(
            "notify_receiver_acme_attempts_total",
            "Attempts to get a certificate by ACME, by what came of them.",
            "result"
        );
        var failures = metrics.CreateGauge(
            "notify_receiver_acme_failures_in_a_row",
            "Attempts for a certificate that failed one after the other.",
            "lineage"
        );
        return status =>
        {
            foreach (var (result, count) in renewals.SelectMany(it => it.ByResult))
            {
                attempts.WithLabels(result).IncTo(count);
            }
            foreach (var renewal in status.Renewals)
            {
                failures.WithLabels(renewal.Lineage).Set(renewal.Failures);
            }
        };
    }

    private Action<CertificateStatus> Failures(MetricFactory metrics)
    {
        var failures = metrics.CreateCounter(
            "notify_receiver_tls_handshake_failures_total",
            "TLS handshakes that failed, by the kind of error.",
            "error"
        );
        return _ =>
        {
            foreach (var (error, count) in handshakes.Failures)
            {
                failures.WithLabels(error).IncTo(count);
            }
        };
    }

    // A certificate that is no longer served must not go on in the figures.
    private static void Refresh(Gauge gauge, CertificateStatus status, Func<ServedStatus, double> valueOf)
    {
        var now = status.Certificates.Select(it => (Labels: LabelsOf(it), Value: valueOf(it))).ToList();
        foreach (var gone in gauge.GetAllLabelValues().Where(old => !now.Exists(it => it.Labels.SequenceEqual(old))))
        {
            gauge.RemoveLabelled(gone);
        }
        foreach (var (values, value) in now)
        {
            gauge.WithLabels(values).Set(value);
        }
    }

    private static string[] LabelsOf(ServedStatus certificate) =>
        [certificate.Lineage, certificate.Source, certificate.Names.FirstOrDefault() ?? ""];
}
