namespace NotifyReceiver.Ationet.Calls;

/// <summary>What came of one POST. A closed set.</summary>
internal abstract record Answer
{
    /// <summary>The host answered.</summary>
    /// <param name="Body">What came of it, decompressed.</param>
    /// <param name="Problem">Why that is not all, as in "was cut off"; null when it is all.</param>
    /// <param name="RetryAfter">How long the host asked to be left alone.</param>
    internal sealed record Came(int Status, byte[] Body, string? Problem, TimeSpan? RetryAfter) : Answer;

    /// <summary>Nothing came back.</summary>
    /// <param name="Left">Whether the host may have the body, or a part of it.</param>
    internal sealed record None(string Detail, bool Left) : Answer;
}
