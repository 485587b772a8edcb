namespace NotifyReceiver.Ationet;

/// <summary>What became of a request, as far as it can be known. A closed set.</summary>
/// <param name="Detail">In words, for the operator.</param>
internal abstract record Outcome(string Detail)
{
    /// <summary>The word for it in the database and to people.</summary>
    public abstract string Name { get; }

    /// <summary>ATIONET has it.</summary>
    internal sealed record Accepted(string Detail) : Outcome(Detail)
    {
        public override string Name => "accepted";
    }

    /// <summary>ATIONET has it, and says that something about it is odd.</summary>
    internal sealed record AcceptedWithWarnings(string Detail) : Outcome(Detail)
    {
        public const string Word = "accepted-with-warnings";

        public override string Name => Word;
    }

    /// <summary>ATIONET will not take it as it is; sending it again would change nothing.</summary>
    internal sealed record Refused(string Detail) : Outcome(Detail)
    {
        public override string Name => "refused";
    }

    /// <summary>ATIONET finds it in conflict with what it has; it may be this very row, taken before.</summary>
    internal sealed record Conflict(string Detail) : Outcome(Detail)
    {
        public override string Name => "conflict";
    }

    /// <summary>ATIONET will not take anything with these credentials.</summary>
    internal sealed record CredentialsRefused(string Detail) : Outcome(Detail)
    {
        public override string Name => "credentials-refused";
    }

    /// <summary>The host answered that it fails; the same request may be taken later.</summary>
    /// <param name="RetryAfter">How long the host asked to be left alone.</param>
    internal sealed record Transient(string Detail, TimeSpan? RetryAfter) : Outcome(Detail)
    {
        public override string Name => "transient";
    }

    /// <summary>The host takes nothing of ours for a while: too many requests.</summary>
    /// <param name="RetryAfter">How long the host asked to be left alone.</param>
    internal sealed record Throttled(string Detail, TimeSpan? RetryAfter) : Outcome(Detail)
    {
        public override string Name => "throttled";
    }

    /// <summary>There was no connection: nothing left this machine.</summary>
    internal sealed record Unreachable(string Detail) : Outcome(Detail)
    {
        public override string Name => "unreachable";
    }

    /// <summary>The request left and no answer came that tells: ATIONET may have it or not.</summary>
    internal sealed record Unknown(string Detail) : Outcome(Detail)
    {
        public override string Name => "unknown";
    }

    /// <summary>Nothing was sent, because no host is configured.</summary>
    internal sealed record NotSent(string Detail) : Outcome(Detail)
    {
        public override string Name => "dry-run";
    }
}
