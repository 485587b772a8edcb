using NotifyReceiver.Petrosoft.Api.Listing;

namespace NotifyReceiver.Petrosoft.Api;

/// <summary>Petrosoft's Business Documents API: which directories there are, what is in them, and the files.</summary>
internal sealed class DocumentsApi(DocumentsHost host)
{
    private const int LargestDocument = 32 * 1024 * 1024;
    private const int LargestList = 8 * 1024 * 1024;

    // An S3 key has at most 1,024 bytes.
    private const int LongestName = 1024;

    /// <summary>Why the account is refused, for health; null while it is not.</summary>
    public string? Refusal => host.Refusal;

    /// <summary>The directories of one business unit (a station, or the company) that hold documents of one type.</summary>
    public async Task<Answer<DirectoryList>> DirectoriesAsync(
        string documentType,
        string businessUnit,
        CancellationToken cancel
    )
    {
        var answer = await host.GetAsync(
            "/business-unit-level-resources",
            [("documentType", documentType), ("businessUnitId", businessUnit)],
            LargestList,
            cancel
        );
        return answer.Then(reply => reply.Judge()).Then(ListReading.Directories);
    }

    /// <summary>Everything in one directory, of whatever type.</summary>
    public Task<Answer<IReadOnlyList<ListedDocument>>> DocumentsAsync(string directory, CancellationToken cancel) =>
        Flaw(directory) is { } flaw
            ? Task.FromResult<Answer<IReadOnlyList<ListedDocument>>>(
                new Answer<IReadOnlyList<ListedDocument>>.Refused($"the directory {flaw}")
            )
            : new PagedListing(directory, start => PageAsync(directory, start, cancel)).ReadAsync();

    /// <summary>
    /// The file at a path. Whether a bucket's key is the API's path is not documented, so what is not found is looked for by its
    /// file name in its directory.
    /// </summary>
    public async Task<Answer<FetchedFile>> FetchAsync(string path, CancellationToken cancel)
    {
        if (Flaw(path) is { } flaw)
        {
            return new Answer<FetchedFile>.Refused($"the path {flaw}");
        }
        var answer = await FetchExactlyAsync(path, cancel);
        return answer is Answer<FetchedFile>.Missing missing ? await FindAsync(path, missing, cancel) : answer;
    }

    private async Task<Answer<FetchedFile>> FetchExactlyAsync(string path, CancellationToken cancel)
    {
        var answer = await host.GetAsync("/business-document", [("path", path)], LargestDocument, cancel);
        return answer
            .Then(reply => reply.Judge())
            .Then(reply => new Answer<FetchedFile>.Got(new FetchedFile(path, reply.Body, reply.ContentType)));
    }

    private async Task<Answer<FetchedFile>> FindAsync(
        string path,
        Answer<FetchedFile>.Missing missing,
        CancellationToken cancel
    )
    {
        var nameAt = path.LastIndexOf('/') + 1;
        if (nameAt == 0 || nameAt == path.Length)
        {
            return missing;
        }
        var answer = await DocumentsAsync(path[..nameAt], cancel);
        if (answer is Answer<IReadOnlyList<ListedDocument>>.Missing or Answer<IReadOnlyList<ListedDocument>>.Refused)
        {
            return missing;
        }
        return await answer.ThenAsync(documents =>
        {
            var namesakes = documents.Where(document => document.FileName == path[nameAt..]).ToList();
            return namesakes is [var only] && only.Path != path
                ? FetchExactlyAsync(only.Path, cancel)
                : Task.FromResult<Answer<FetchedFile>>(missing);
        });
    }

    private async Task<Answer<DocumentPage>> PageAsync(string directory, int start, CancellationToken cancel)
    {
        var answer = await host.GetAsync(
            "/business-documents",
            PagedListing.Query(directory, start),
            LargestList,
            cancel
        );
        return answer.Then(reply =>
            start > 0 && PagedListing.IsBeyondTheEnd(reply.Status)
                ? new Answer<DocumentPage>.Got(DocumentPage.Empty)
                : reply.Judge().Then(ListReading.Documents)
        );
    }

    private static string? Flaw(string name) =>
        name.Length switch
        {
            0 => "is empty",
            > LongestName => $"is longer than {LongestName} characters",
            _ => null,
        };
}
