namespace NotifyReceiver.Inserts.Attempts;

/// <summary>One request that an insert had a part in, as it was made and answered.</summary>
/// <param name="Number">Which one of this insert, from 1; sending and looking up are counted apart.</param>
/// <param name="Purpose"><c>insert</c>, or <c>verify</c> where ATIONET was asked whether it has it.</param>
/// <param name="Together">How many inserts shared it.</param>
/// <param name="Address">Method and address; null in a dry run.</param>
/// <param name="Outcome">Null while it is under way.</param>
/// <param name="Found">What a look showed of this insert.</param>
internal sealed record AttemptSummary(
    int Number,
    string Purpose,
    int Together,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    string? Address,
    string Request,
    string? Outcome,
    int? Status,
    string? Detail,
    string? Reply,
    string? Found
)
{
    public const string Insert = "insert";
    public const string Verify = "verify";
}
