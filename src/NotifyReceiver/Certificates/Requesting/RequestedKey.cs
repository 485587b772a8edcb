using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Checking.Reading;

namespace NotifyReceiver.Certificates.Requesting;

/// <summary>A key that was made here for a certificate that somebody else signs; it never leaves this machine.</summary>
internal sealed record RequestedKey(string File)
{
    public bool Fits(byte[] certificate) => JoinWith(certificate).Candidate is not null;

    /// <param name="certificate">What the CA sent: the certificate, and its chain with it.</param>
    public (Candidate? Candidate, string? Problem) JoinWith(byte[] certificate) =>
        CandidateReading.Pem(certificate, System.IO.File.ReadAllBytes(File), password: null);
}
