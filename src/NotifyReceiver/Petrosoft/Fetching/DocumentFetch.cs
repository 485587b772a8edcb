using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.Archives;

namespace NotifyReceiver.Petrosoft.Fetching;

/// <summary>Fetches what stands at a path: one document, or as many as an archive holds.</summary>
internal static class DocumentFetch
{
    public static async Task<Answer<IReadOnlyList<NamedFile>>> GetAsync(
        DocumentsApi api,
        string path,
        CancellationToken stop
    )
    {
        var answer = await api.FetchAsync(path, stop);
        return answer.Then(Unpack);
    }

    private static Answer<IReadOnlyList<NamedFile>> Unpack(FetchedFile fetched)
    {
        if (!Archive.IsArchive(fetched.Body))
        {
            return new Answer<IReadOnlyList<NamedFile>>.Got([
                new NamedFile(fetched.Path, fetched.ContentType, fetched.Body),
            ]);
        }
        var (files, problem) = Archive.Unpack(fetched.Body);
        return files is null
            ? new Answer<IReadOnlyList<NamedFile>>.Refused(problem!)
            : new Answer<IReadOnlyList<NamedFile>>.Got([
                .. files.Select(file => new NamedFile($"{fetched.Path}#{file.Name}", ContentType: null, file.Body)),
            ]);
    }
}
