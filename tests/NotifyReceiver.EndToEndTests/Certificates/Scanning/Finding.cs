namespace NotifyReceiver.EndToEndTests.Certificates.Scanning;

/// <summary>One line of a scan.</summary>
internal sealed record Finding(string Id, string Severity, string Text)
{
    /// <summary>Worse than what the scanner calls fine or tells for information.</summary>
    public bool IsBad => Severity is not ("OK" or "INFO");
}
