using System.Globalization;
using NotifyReceiver.Certificates.Status;

namespace NotifyReceiver.Cli.Certificates;

/// <summary>The state of all certificates, for people.</summary>
internal static class StatusText
{
    /// <returns>The exit code: a failure when somebody must look after something.</returns>
    public static int Tell(CertificateStatus status, bool isRunning, bool json)
    {
        if (json)
        {
            Output.WriteJson(new { isRunning, status });
        }
        else
        {
            Write(status, isRunning);
        }
        return status.IsWell ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Write(CertificateStatus status, bool isRunning)
    {
        if (!isRunning)
        {
            Console.Out.WriteLine(
                "The service does not run (or Admin:Listen is another's); this is what it would serve."
            );
            Console.Out.WriteLine();
        }
        foreach (var certificate in status.Certificates)
        {
            Write(certificate, status.At);
        }
        foreach (var name in status.Uncovered)
        {
            Console.Out.WriteLine($"missing  no certificate is for {name}, which callers use (Certificates:Names)");
        }
        foreach (var refusal in status.Refusals)
        {
            Console.Out.WriteLine($"refused  {refusal.File} since {Output.Time(refusal.Since)}");
            Line("because", refusal.Reason);
        }
        foreach (var renewal in status.Renewals.Where(it => it.Concern is not null || IsMissing(it, status)))
        {
            Console.Out.WriteLine($"acme     {string.Join(", ", renewal.Names)}");
            Line("next", $"{renewal.When}: {renewal.Why}");
            if (renewal.Concern is not null)
            {
                Line("CONCERN", renewal.Concern);
            }
        }
        if (status.Trouble is not null)
        {
            Console.Out.WriteLine($"trouble  {status.Trouble}");
        }
    }

    private static void Write(ServedStatus certificate, DateTimeOffset now)
    {
        var role = certificate.IsDefault ? "default" : "by name";
        Console.Out.WriteLine($"{role}  {string.Join(", ", certificate.Names)}");
        Line("source", $"{certificate.Source}: {certificate.From}");
        Line(
            "valid",
            $"{Output.Time(certificate.NotBefore)} to {Output.Time(certificate.NotAfter)}, {Left(certificate, now)}"
        );
        Line("key", $"{certificate.Key}, issued by {certificate.Issuer}");
        Line("chain", $"{certificate.ChainSent} of {certificate.ChainConfigured} certificates are sent");
        Line("SHA-256", certificate.Sha256);
        Line(
            "kept",
            certificate.Generation is null ? certificate.Lineage : $"{certificate.Lineage} {certificate.Generation}"
        );
        Line("next", certificate.Next);
        if (certificate.Concern is not null)
        {
            Line("CONCERN", certificate.Concern);
        }
        foreach (var warning in certificate.Warnings)
        {
            Line("warning", warning);
        }
    }

    private static bool IsMissing(RenewalView renewal, CertificateStatus status) =>
        status.Certificates.All(it => it.Lineage != renewal.Lineage);

    private static string Left(ServedStatus certificate, DateTimeOffset now)
    {
        var left = certificate.NotAfter - now;
        if (left < TimeSpan.Zero)
        {
            return "EXPIRED";
        }
        return left < TimeSpan.FromDays(2)
            ? string.Create(CultureInfo.InvariantCulture, $"{left.TotalHours:0} hours left")
            : string.Create(CultureInfo.InvariantCulture, $"{left.TotalDays:0} days left");
    }

    private static void Line(string what, string text) => Console.Out.WriteLine($"    {what, -8}  {text}");
}
