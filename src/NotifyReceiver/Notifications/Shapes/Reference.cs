namespace NotifyReceiver.Notifications.Shapes;

/// <summary>Names a document that is to be fetched.</summary>
/// <param name="Path">Its path in the Business Documents API, without a leading '/'.</param>
/// <param name="DocumentType">Petrosoft's word for the kind of document, where the sender gave one.</param>
/// <param name="BusinessUnit">Petrosoft's id of the company or station, where the sender gave one.</param>
/// <param name="Sequencer">Amazon S3's; of two for one path, <see cref="Shapes.Sequencer"/> tells the later.</param>
internal sealed record Reference(
    string Path,
    string? DocumentType = null,
    string? BusinessUnit = null,
    string? Sequencer = null
)
{
    // The longest key that Amazon S3 has.
    private const int LongestPath = 1024;

    /// <summary>The reference without leading '/', or why this path is not followed.</summary>
    public (Reference? Reference, string? Problem) Checked()
    {
        var path = Path.TrimStart('/');
        return Objection(path) is { } problem ? (null, problem) : (this with { Path = path }, null);
    }

    // An address is not repeated: those that Amazon signs hold a secret.
    private static string? Objection(string path)
    {
        if (path.Contains("://", StringComparison.Ordinal))
        {
            return "names an address, and hosts come from configuration alone; have the sender name the path only";
        }
        if (path.Length is 0 or > LongestPath)
        {
            return $"has {path.Length} characters; a path has 1 to {LongestPath}";
        }
        if (path.Any(char.IsControl))
        {
            return "has control characters, which no path has; have the sender mend it";
        }
        return path.Replace('\\', '/').Split('/').Contains("..", StringComparer.Ordinal)
            ? "leads upwards with '..', which is not followed; have the sender name the whole path"
            : null;
    }
}
