using System.Globalization;

namespace NotifyReceiver.Petrosoft.Api.Listing;

/// <summary>
/// Reads all pages of a directory. How <c>start</c> counts is not documented, nor how large a page may be, so no reading of them
/// is trusted: first it is taken for an offset, then, while that may have missed something, for the number of a page.
/// </summary>
internal sealed class PagedListing(string directory, Func<int, Task<Answer<DocumentPage>>> readAsync)
{
    private const int Limit = 100;

    // A shorter first page is taken for the only one, once the offset after it has brought nothing.
    private const int SmallestFullPage = 10;
    private const int PagesWithoutNews = 2;
    private const int MostDocuments = 100_000;

    private readonly List<ListedDocument> _documents = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private long _total;

    public static (string Name, string Value)[] Query(string directory, int start) =>
        [
            ("resource", directory),
            ("start", start.ToString(CultureInfo.InvariantCulture)),
            ("limit", Limit.ToString(CultureInfo.InvariantCulture)),
        ];

    /// <summary>Whether a later page was refused for its start alone: everything else was good enough for the first one.</summary>
    public static bool IsBeyondTheEnd(int status) =>
        status
            is StatusCodes.Status400BadRequest
                or StatusCodes.Status404NotFound
                or StatusCodes.Status416RangeNotSatisfiable
                or StatusCodes.Status422UnprocessableEntity;

    public async Task<Answer<IReadOnlyList<ListedDocument>>> ReadAsync()
    {
        var first = await AddAsync(0);
        var last = await first.ThenAsync(ByOffsetAsync);
        if (first is Answer<Added>.Got { Value.Received: >= SmallestFullPage })
        {
            last = await last.ThenAsync(_ => ByPageNumberAsync());
        }
        return last.Then(_ => All());
    }

    private async Task<Answer<Added>> ByOffsetAsync(Added first)
    {
        Answer<Added> answer = new Answer<Added>.Got(first);
        var start = 0;
        while (answer is Answer<Added>.Got { Value: { News: > 0 } page })
        {
            start += page.Received;
            answer = await AddAsync(start);
        }
        return answer;
    }

    // Pages may count from 0 or from 1, and some of them are known by now; an empty one is the end in any case.
    private async Task<Answer<Added>> ByPageNumberAsync()
    {
        var withoutNews = 0;
        var number = 1;
        while (true)
        {
            var answer = await AddAsync(number);
            if (answer is not Answer<Added>.Got { Value: { Received: > 0 } page })
            {
                return answer;
            }
            withoutNews = page.News > 0 ? 0 : withoutNews + 1;
            if (withoutNews == PagesWithoutNews)
            {
                return answer;
            }
            number++;
        }
    }

    private async Task<Answer<Added>> AddAsync(int start)
    {
        var answer = await readAsync(start);
        return answer.Then<Added>(page =>
        {
            var news = page.Documents.Where(document => _paths.Add(document.Path)).ToList();
            _documents.AddRange(news);
            _total = Math.Max(_total, page.Total ?? 0);
            return _documents.Count > MostDocuments
                ? new Answer<Added>.Refused($"{directory} has more than {MostDocuments} documents")
                : new Answer<Added>.Got(new Added(page.Documents.Count, news.Count));
        });
    }

    private Answer<IReadOnlyList<ListedDocument>> All() =>
        _total > _documents.Count
            ? new Answer<IReadOnlyList<ListedDocument>>.Failed(
                $"{directory}: the host tells of {_total} documents, but lists {_documents.Count}"
            )
            : new Answer<IReadOnlyList<ListedDocument>>.Got(_documents);

    private sealed record Added(int Received, int News);
}
