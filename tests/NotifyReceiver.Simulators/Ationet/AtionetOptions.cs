namespace NotifyReceiver.Simulators.Ationet;

public sealed record AtionetOptions
{
    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Who may insert at /v1/fms.</summary>
    public string UserName { get; init; } = "fms@example.com";
    public string Password { get; init; } = "let-me-insert";

    /// <summary>Who may download at /v1/interface.</summary>
    public string DownloadUserName { get; init; } = "interface@example.com";
    public string DownloadPassword { get; init; } = "let-me-download";

    public CredentialForm CredentialForm { get; init; } = CredentialForm.Plain;

    /// <summary>The terminals that exist; null takes any.</summary>
    public IReadOnlySet<string>? Terminals { get; init; }

    /// <summary>The site that every downloaded row names, and the only one whose rows a SiteCode finds.</summary>
    public string SiteCode { get; init; } = "SITE1";

    /// <summary>Answers with Content-Encoding: gzip, which a caller that sends Accept-Encoding: gzip allows.</summary>
    public bool CompressAnswers { get; init; }

    /// <summary>Gets one line for each request.</summary>
    public TextWriter? RequestLines { get; init; }
}
