namespace NotifyReceiver.Simulators.Petrosoft;

/// <param name="BusinessUnitId">Null for an account-level document.</param>
/// <param name="DocumentType">The type by which its directory is found.</param>
/// <param name="Directory">With a slash at the end, as in 5127/12345/fuel-invoice/20260115/.</param>
/// <param name="FileName">The last part of the path.</param>
/// <param name="Content">The file as it is.</param>
public sealed record PublishedDocument(
    string? BusinessUnitId,
    string DocumentType,
    string Directory,
    string FileName,
    ReadOnlyMemory<byte> Content
)
{
    public string Path => Directory + FileName;

    /// <summary>What is wrong with it, null when it can be published.</summary>
    internal string? Objection() =>
        this switch
        {
            { BusinessUnitId.Length: 0 } => "businessUnitId is empty: leave it out for an account-level document",
            { DocumentType.Length: 0 } => "documentType is empty",
            { FileName: "" } => "fileName is empty",
            _ when FileName.Contains('/', StringComparison.Ordinal) => "fileName has a slash",
            _ when !Directory.EndsWith('/') || Directory.StartsWith('/') =>
                "directory must end with a slash and not begin with one",
            _ => null,
        };
}
