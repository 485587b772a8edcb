namespace NotifyReceiver.Ationet.Downloads;

/// <summary>What came of asking ATIONET for what it has. A closed set.</summary>
internal abstract record Download
{
    /// <summary>All that ATIONET has between the two times.</summary>
    internal sealed record Rows(IReadOnlyList<DownloadedRow> All) : Download;

    /// <summary>It could not be told now; it may be later.</summary>
    /// <param name="Unreachable">The request never left this machine.</param>
    /// <param name="RetryAfter">How long the host asked to be left alone.</param>
    internal sealed record Failed(string Detail, bool Unreachable, TimeSpan? RetryAfter) : Download;

    /// <summary>ATIONET will not tell this user.</summary>
    internal sealed record CredentialsRefused(string Detail) : Download;
}
