namespace NotifyReceiver.Benchmarks;

/// <summary>A page of Markdown with a heading for each benchmark; the first block of code below it is the last run.</summary>
internal sealed class ResultsPage(FileInfo file)
{
    private const string Fence = "```";

    /// <summary>Replaces the block below the heading, and leaves all other text alone. Where there is none, both are put at the end.</summary>
    public void Put(string heading, string result)
    {
        var page = file.Exists ? File.ReadAllText(file.FullName) : "";
        var block = $"{Fence}\n{result}\n{Fence}";
        var begin = page.IndexOf($"## {heading}\n", StringComparison.Ordinal);
        if (begin < 0)
        {
            page = $"{page}\n## {heading}\n\n{block}\n";
        }
        else
        {
            var first = page.IndexOf(Fence, begin, StringComparison.Ordinal);
            var last = page.IndexOf(Fence, first + Fence.Length, StringComparison.Ordinal) + Fence.Length;
            page = page[..first] + block + page[last..];
        }
        File.WriteAllText(file.FullName, page);
        file.Refresh();
    }
}
