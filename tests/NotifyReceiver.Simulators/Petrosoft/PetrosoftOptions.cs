namespace NotifyReceiver.Simulators.Petrosoft;

public sealed record PetrosoftOptions
{
    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; }

    public string Login { get; init; } = "station.api@example.com";
    public string Password { get; init; } = "let-me-read";

    /// <summary>How long an access token is good for; null for ever.</summary>
    public TimeSpan? TokenLifetime { get; init; }

    /// <summary>Adds expires_in to the answer: it is not known whether the real host does.</summary>
    public bool TellsTokenLifetime { get; init; }

    /// <summary>A refresh also returns a new refresh token and ends the old one: nor is this known.</summary>
    public bool RotatesRefreshTokens { get; init; }

    /// <summary>Access tokens are JWTs that tell when they were issued and until when they are good: nor is this known.</summary>
    public bool TokensAreJwts { get; init; }

    /// <summary>A page holds no more than this, whatever limit asks for.</summary>
    public int? LargestPage { get; init; }

    /// <summary>What start counts: it is not known.</summary>
    public StartMeaning Start { get; init; }

    /// <summary>A start beyond the end is answered 400 instead of with an empty page: nor is this known.</summary>
    public bool RefusesStartBeyondTheEnd { get; init; }

    /// <summary>Adds totalCount to the list of documents: nor is this known.</summary>
    public bool TellsTotalCount { get; init; }

    /// <summary>No list holds more than the first so many, however it is paged, though totalCount counts all.</summary>
    public int? MostListed { get; init; }

    /// <summary>Answers with gzip content encoding.</summary>
    public bool CompressAnswers { get; init; }

    /// <summary>Gets one line for each request.</summary>
    public TextWriter? RequestLines { get; init; }
}
