using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Inserts.Verifying;

/// <summary>One request to ATIONET for what it has, and how it ended.</summary>
/// <param name="Body">What was asked.</param>
/// <param name="From">The first moment that it covers, a wall clock.</param>
/// <param name="To">The last one.</param>
internal sealed record Looked(
    string Address,
    string Body,
    DateTime From,
    DateTime To,
    DateTimeOffset StartedAt,
    Download Download
)
{
    /// <summary>The word for how it ended.</summary>
    public string Outcome =>
        Download switch
        {
            Download.Rows => "answered",
            Download.CredentialsRefused => "credentials-refused",
            _ => "failed",
        };

    /// <summary>How it ended, in words.</summary>
    public string Detail =>
        Download switch
        {
            Download.Rows rows => $"{rows.All.Count} deliveries",
            Download.Failed failed => failed.Detail,
            Download.CredentialsRefused refused => refused.Detail,
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not handled"),
        };
}
