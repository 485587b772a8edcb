using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Checking.Reading;

namespace NotifyReceiver.Certificates.Lineages;

/// <summary>One certificate of a lineage, with its key, as it was committed.</summary>
/// <param name="Name">Such as <c>20261122T083940Z-03f2a9c1</c>: when it was committed, and how its fingerprint begins.</param>
/// <param name="Directory">Where its files stand.</param>
internal sealed record Generation(string Name, string Directory, GenerationNote Note)
{
    public string CertificateFile => Path.Combine(Directory, GenerationFiles.Certificate);

    public string KeyFile => Path.Combine(Directory, GenerationFiles.Key);

    /// <summary>Reads the pair again, which was good when it was written.</summary>
    public (Candidate? Candidate, string? Problem) Read()
    {
        try
        {
            return CandidateReading.Pem(File.ReadAllBytes(CertificateFile), File.ReadAllBytes(KeyFile), password: null);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, unreadable.Message);
        }
    }

    /// <summary>Whether it can still be served. It was accepted for its names once; what is asked of names has its say when a new one comes.</summary>
    public async Task<CheckResult> CheckAsync(DateTimeOffset now, CancellationToken stop)
    {
        var (candidate, problem) = Read();
        return candidate is null
            ? new CheckResult(Certificate: null, [problem!], IsOnlyOutOfDate: false)
            : await CertificateCheck.RunAsync(candidate, new CheckTerms([], AreNamesRequired: false, now), stop);
    }
}
