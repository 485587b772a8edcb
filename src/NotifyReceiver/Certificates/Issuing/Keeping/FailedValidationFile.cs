using NotifyReceiver.Certificates.Acme.Proofs;

namespace NotifyReceiver.Certificates.Issuing.Keeping;

/// <summary>The failed validations on disk. Hold the <see cref="CertificateLock"/>.</summary>
internal sealed class FailedValidationFile(AcmeFiles files, TimeProvider clock)
{
    /// <summary>What cannot be read counts as none.</summary>
    public FailedValidations Read() =>
        JsonFile.Read<FailedValidations>(files.FailedValidations).Value is { All: not null } kept
            ? kept
            : FailedValidations.None;

    public void Add(string name, ChallengeType challenge) =>
        JsonFile.Write(files.FailedValidations, Read().With(name, challenge, clock.GetUtcNow()));
}
