using System.Text.Json;
using NotifyReceiver.Petrosoft.Api.Calls;

namespace NotifyReceiver.Petrosoft.Api.Listing;

/// <summary>Reads the two lists of the API. What is not as expected fails with its name: half a list looks like a whole one.</summary>
internal static class ListReading
{
    public static Answer<DirectoryList> Directories(Reply reply)
    {
        var (items, total, problem) = Items(reply, "resources");
        var directories = new List<string>();
        foreach (var item in items)
        {
            if (item.Text() is not { } directory)
            {
                return Broken<DirectoryList>(reply, $"item {directories.Count + 1} of its resources is no text");
            }
            directories.Add(directory);
        }
        if (problem is not null)
        {
            return Broken<DirectoryList>(reply, problem);
        }
        var untold = total > directories.Count ? total : null;
        return new Answer<DirectoryList>.Got(
            new DirectoryList([.. directories.Distinct(StringComparer.Ordinal)], untold)
        );
    }

    public static Answer<DocumentPage> Documents(Reply reply)
    {
        var (items, total, problem) = Items(reply, "documents");
        var documents = new List<ListedDocument>();
        foreach (var item in items)
        {
            var (fileName, path) = (item.Text("fileName"), item.Text("path"));
            if (fileName is null || path is null)
            {
                var missing = path is null ? "path" : "fileName";
                return Broken<DocumentPage>(reply, $"item {documents.Count + 1} of its documents has no {missing}");
            }
            documents.Add(new ListedDocument(fileName, path));
        }
        return problem is null
            ? new Answer<DocumentPage>.Got(new DocumentPage(documents, total))
            : Broken<DocumentPage>(reply, problem);
    }

    private static (IReadOnlyList<JsonElement> Items, long? Total, string? Problem) Items(Reply reply, string member)
    {
        var (root, problem) = JsonReply.Parse(reply.Body);
        if (root is not { } json)
        {
            return ([], null, problem);
        }
        if (json.Member(member) is not { ValueKind: JsonValueKind.Array } items)
        {
            return ([], null, $"it has no list named {member}");
        }
        var told = json.Member("totalCount");
        var total = told is { ValueKind: JsonValueKind.Number } && told.Value.TryGetInt64(out var number) ? number : 0;
        return ([.. items.EnumerateArray()], total > 0 ? total : null, null);
    }

    private static Answer<T> Broken<T>(Reply reply, string what) => new Answer<T>.Failed($"{reply.Detail}, but {what}");
}
