namespace NotifyReceiver.Documents.Mapping;

/// <summary>What was done for one field.</summary>
/// <param name="Source">Where it was looked for, in the profile's words; null when the profile does not tell.</param>
/// <param name="Raw">As the document has it; null when nothing was found.</param>
/// <param name="How">The conversion in words, such as <c>usgal → l, 3 decimals</c>.</param>
/// <param name="Value">As it is sent.</param>
/// <param name="Problem">Why it cannot be sent.</param>
internal sealed record MappedField(
    string Field,
    string? Source = null,
    string? Raw = null,
    string? How = null,
    string? Value = null,
    string? Problem = null
);
