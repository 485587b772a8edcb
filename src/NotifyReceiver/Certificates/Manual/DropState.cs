using NotifyReceiver.Certificates.Checking;

namespace NotifyReceiver.Certificates.Manual;

/// <summary>How it stands with the files of one drop.</summary>
/// <param name="Lineage">Which lineage it feeds.</param>
/// <param name="Digest">Of what the files held when they were judged; null while they cannot be read.</param>
/// <param name="Refusal">Why what they hold is not served; null where it is.</param>
/// <param name="Since">When it came to that.</param>
/// <param name="Unkept">What is to be served though it could not be written as a generation; else null.</param>
/// <param name="Trouble">Why it could not be written.</param>
/// <param name="JudgeAgain">When the same files are judged anew: those that are not valid yet will be.</param>
internal sealed record DropState(
    Drop Drop,
    string Lineage,
    string? Digest,
    string? Refusal,
    DateTimeOffset Since,
    UsableCertificate? Unkept = null,
    string? Trouble = null,
    DateTimeOffset? JudgeAgain = null
);
