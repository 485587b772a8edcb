using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.Archives;

namespace NotifyReceiver.Petrosoft.Fetching;

/// <summary>Fetches what stands at a path: one document, or as many as an archive holds.</summary>
internal sealed class DocumentFetch(DocumentsApi api, TimeProvider clock)
{
    public async Task<Answer<IReadOnlyList<FetchedDocument>>> GetAsync(WantedDocument wanted, CancellationToken stop)
    {
        var askedAt = clock.GetUtcNow();
        var answer = await api.FetchAsync(wanted.Path, stop);
        return answer.Then(file => Unpack(file, wanted, askedAt));
    }

    private static Answer<IReadOnlyList<FetchedDocument>> Unpack(
        FetchedFile file,
        WantedDocument wanted,
        DateTimeOffset askedAt
    )
    {
        var whole = new FetchedDocument(
            wanted.Origin,
            file.Path,
            wanted.DocumentType,
            wanted.BusinessUnit,
            askedAt,
            file.ContentType,
            file.Body
        );
        if (!Archive.IsArchive(file.Body))
        {
            return new Answer<IReadOnlyList<FetchedDocument>>.Got([whole]);
        }
        var (files, problem) = Archive.Unpack(file.Body);
        return files is null
            ? new Answer<IReadOnlyList<FetchedDocument>>.Refused(problem!)
            : new Answer<IReadOnlyList<FetchedDocument>>.Got([
                .. files.Select(part =>
                    whole with
                    {
                        Path = $"{file.Path}#{part.Name}",
                        ContentType = null,
                        Body = part.Body,
                    }
                ),
            ]);
    }
}
