using NotifyReceiver.Certificates.Tls;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Renewing;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Certificates.Status;
using Prometheus;

namespace NotifyReceiver.Operations;

/// <summary>What of certificates is worth an alarm: their end, their refusals, a chain that is cut, handshakes that fail.</summary>
internal static class CertificateMetrics
{
    public static void AddTo(
        CollectorRegistry registry,
        StatusReading reading,
        CertificateCounts counts,
        HandshakeCounts handshakes,
        IReadOnlyList<RenewalCounts> renewals
    )
    {
        var metrics = Metrics.WithCustomRegistry(registry);
        string[] labels = ["lineage", "source", "name"];
        var notAfter = metrics.CreateGauge(
            "notify_receiver_certificate_not_after_timestamp_seconds",
            "When a served certificate ends, in seconds since 1970.",
            labels
        );
        var notBefore = metrics.CreateGauge(
            "notify_receiver_certificate_not_before_timestamp_seconds",
            "When a served certificate begins, in seconds since 1970.",
            labels
        );
        var chainCut = metrics.CreateGauge(
            "notify_receiver_certificate_chain_not_sent",
            "How many certificates of the configured chain are not sent.",
            labels
        );
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
        var failures = metrics.CreateCounter(
            "notify_receiver_tls_handshake_failures_total",
            "TLS handshakes that failed, by the kind of error.",
            "error"
        );
        var orders = metrics.CreateCounter(
            "notify_receiver_acme_attempts_total",
            "Attempts to get a certificate by ACME, by what came of them.",
            "result"
        );
        var waiting = metrics.CreateGauge(
            "notify_receiver_acme_failures_in_a_row",
            "Attempts for a certificate that failed one after the other.",
            "lineage"
        );
        registry.AddBeforeCollectCallback(() =>
        {
            var status = reading.Now();
            Refresh(notAfter, status, it => it.NotAfter.ToUnixTimeSeconds());
            Refresh(notBefore, status, it => it.NotBefore.ToUnixTimeSeconds());
            Refresh(chainCut, status, it => it.ChainConfigured - it.ChainSent);
            refused.Set(status.Refusals.Count);
            foreach (var ((source, wasTaken), count) in counts.Judged)
            {
                judged.WithLabels(source, wasTaken ? "taken" : "refused").IncTo(count);
            }
            foreach (var (result, count) in renewals.SelectMany(it => it.ByResult))
            {
                orders.WithLabels(result).IncTo(count);
            }
            foreach (var renewal in status.Renewals)
            {
                waiting.WithLabels(renewal.Lineage).Set(renewal.Failures);
            }
            foreach (var (error, count) in handshakes.Failures)
            {
                failures.WithLabels(error).IncTo(count);
            }
        });
    }

    // A certificate that is no longer served must not go on in the figures.
    private static void Refresh(Gauge gauge, CertificateStatus status, Func<ServedStatus, double> valueOf)
    {
        var now = status
            .Certificates.Select(it => (Labels: new[] { it.Lineage, it.Source, it.Names.FirstOrDefault() ?? "" }, Value: valueOf(it)))
            .ToList();
        foreach (var gone in gauge.GetAllLabelValues().Where(old => !now.Exists(it => it.Labels.SequenceEqual(old))))
        {
            gauge.RemoveLabelled(gone);
        }
        foreach (var (values, value) in now)
        {
            gauge.WithLabels(values).Set(value);
        }
    }
}
