using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Petrosoft;

/// <summary>The published documents, in the order in which each was first published.</summary>
internal sealed class DocumentShelf(Changes changes)
{
    private readonly Lock _gate = new();
    private readonly List<PublishedDocument> _documents = [];

    public IReadOnlyList<PublishedDocument> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _documents];
            }
        }
    }

    /// <summary>Takes the place of what is at the same path.</summary>
    public void Put(PublishedDocument document)
    {
        lock (_gate)
        {
            var index = _documents.FindIndex(other => other.Path == document.Path);
            if (index < 0)
            {
                _documents.Add(document);
            }
            else
            {
                _documents[index] = document;
            }
        }

        changes.Raise();
    }

    public IReadOnlyList<string> Directories(string? businessUnitId, string documentType) =>
        [
            .. All.Where(document => document.BusinessUnitId == businessUnitId && document.DocumentType == documentType)
                .Select(document => document.Directory)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Everything in the directory, of whatever type.</summary>
    public IReadOnlyList<PublishedDocument> In(string directory) =>
        [.. All.Where(document => document.Directory == directory)];

    public PublishedDocument? At(string path) => All.FirstOrDefault(document => document.Path == path);
}
