namespace NotifyReceiver.Documents.Profiles;

/// <summary>How one kind of document is recognised, and where its values stand in it.</summary>
/// <param name="Location">Where Petrosoft's location id stands; null when only the source tells it.</param>
/// <param name="Identity">What tells which document it is; its later versions have the same.</param>
internal sealed record Profile(
    string Name,
    string? Description,
    Recognition When,
    FieldRule? Location,
    IReadOnlyList<FieldRule> Identity,
    IReadOnlyList<RowRule> Rows
);
