namespace NotifyReceiver.Documents.Profiles;

/// <summary>What is done to a text that was found, in this order; what is left blank counts as not found.</summary>
/// <param name="Trim">Characters that are cut from both ends.</param>
/// <param name="Map">Texts that become another; <c>*</c> is any that is not there.</param>
/// <param name="Default">Taken as if the document had it when nothing was found.</param>
/// <param name="Cut">The most characters.</param>
internal sealed record TextChange(
    string? Trim = null,
    IReadOnlyDictionary<string, string>? Map = null,
    string? Default = null,
    int? Cut = null
)
{
    public const string AnyOther = "*";

    public bool IsNone => this == new TextChange();

    public Found Apply(Found found, FieldRule rule) =>
        found.Problem is null ? CutDown(DefaultFor(Mapped(Trimmed(found)), rule)) : found;

    private Found Trimmed(Found found) =>
        Trim is not null
        && found.Changeable is { } text
        && text.Trim(Trim.ToCharArray()) is var trimmed
        && trimmed != text
            ? found.Become(trimmed, $"trimmed of '{Trim}'")
            : found;

    private Found Mapped(Found found) =>
        Map is not null
        && found.Changeable is { } text
        && (Map.TryGetValue(text, out var mapped) || Map.TryGetValue(AnyOther, out mapped))
            ? found.Become(mapped, $"'{text}' mapped to '{mapped}'")
            : found;

    private Found DefaultFor(Found found, FieldRule rule) =>
        Default is not null && found.IsNothing ? found.Defaulted(Default, rule) : found;

    private Found CutDown(Found found)
    {
        if (Cut is not { } most || found.Text is not { } text || text.Length <= most)
        {
            return found;
        }
        // Not through the middle of a character that takes two.
        var length = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return found.Become(text[..length], $"cut to {most} characters");
    }
}
