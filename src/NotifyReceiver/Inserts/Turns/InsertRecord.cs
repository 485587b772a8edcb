namespace NotifyReceiver.Inserts.Turns;

/// <summary>Where an insert stands after a request, or after a look at ATIONET.</summary>
/// <param name="Reason">Why it stands there, for people; null when that needs no reason.</param>
/// <param name="OutcomeUnknown">Whether ATIONET may have it.</param>
/// <param name="DueAt">When it is its turn again; those behind it do not wait for it until then.</param>
/// <param name="MostTogether">With how many it may share a request; null as many as usual.</param>
internal sealed record InsertRecord(
    InsertId Id,
    string State,
    string? Reason,
    bool OutcomeUnknown,
    DateTimeOffset DueAt,
    int Tries,
    TimeSpan Waited,
    int? MostTogether
);
