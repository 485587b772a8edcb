namespace NotifyReceiver.Settings.Reloading;

/// <summary>All that a place held at one moment.</summary>
/// <param name="IsThere">Whether there is such a place at all.</param>
/// <param name="Problem">Why there are no files: there is no such place, or it cannot be listed.</param>
internal sealed record Texts(
    TextPlace Place,
    IReadOnlyList<TextFile> Files,
    bool IsThere = true,
    string? Problem = null
)
{
    /// <summary>Whether everything could be read, so that only a change of a file can bring something new.</summary>
    public bool IsWhole => (Problem is null || !IsThere) && Files.All(file => file.Problem is null);

    public bool IsSameAs(Texts other) =>
        IsThere == other.IsThere && Problem == other.Problem && Files.SequenceEqual(other.Files);
}
