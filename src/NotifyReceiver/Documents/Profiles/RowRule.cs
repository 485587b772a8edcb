using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Profiles.Selecting;

namespace NotifyReceiver.Documents.Profiles;

/// <summary>Which elements of the document each become a row, and how their fields are filled.</summary>
/// <param name="SkipWhen">An element of which one of these holds is no row.</param>
internal sealed record RowRule(
    RowKind Kind,
    Selector Select,
    IReadOnlyList<Selector> SkipWhen,
    SplitRule? Split,
    IReadOnlyDictionary<string, FieldRule> Fields
);
