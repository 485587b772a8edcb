using NotifyReceiver.Certificates.Renewing.Timing;

namespace NotifyReceiver.Certificates.Serving;

/// <summary>Tells the log of certificates that near their end: when a stage is reached, and once a day from then on.</summary>
internal sealed class ExpiryTelling(ILogger log)
{
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    private readonly Dictionary<string, (ExpiryStage Stage, DateTimeOffset At)> _told = new(StringComparer.Ordinal);

    /// <param name="served">But for those that are renewed by themselves: who renews them tells of them.</param>
    public void Look(IEnumerable<Served> served, DateTimeOffset now)
    {
        foreach (var certificate in served.Where(it => it.Source != Served.SelfSigned))
        {
            var lifetime = new Lifetime(certificate.Certificate.NotBefore, certificate.Certificate.NotAfter);
            var stage = ExpiryWarning.StageOf(lifetime, now);
            var (before, at) = _told.GetValueOrDefault(certificate.Certificate.Sha256);
            if (stage == ExpiryStage.Far || (stage == before && now - at < Again))
            {
                continue;
            }
            _told[certificate.Certificate.Sha256] = (stage, now);
            var level = stage >= ExpiryStage.Tenth ? LogLevel.Error : LogLevel.Warning;
            var names = string.Join(", ", certificate.Certificate.Names);
            var words = ExpiryWarning.InWords(lifetime, now);
            log.NearsItsEnd(level, names, certificate.From, words);
        }
    }
}
