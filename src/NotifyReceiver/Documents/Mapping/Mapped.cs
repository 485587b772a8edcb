using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>What a document became.</summary>
internal abstract record Mapped
{
    private const int MostTold = 20;

    /// <summary>Fit to be kept and read: one line each, and not endless.</summary>
    public static IReadOnlyList<string> Told(IEnumerable<string> lines)
    {
        var all = lines.Select(PlainLine.Of).ToList();
        return all.Count <= MostTold ? all : [.. all.Take(MostTold), $"and {all.Count - MostTold} more"];
    }

    /// <summary>Its rows in ATIONET's own terms; none is no error, an invoice may hold charges alone.</summary>
    /// <param name="Identity">Which document it is, whatever its version; null when its profile or itself does not tell.</param>
    internal sealed record Rows(
        string Profile,
        string Location,
        string TerminalCode,
        IReadOnlyList<Row> All,
        IReadOnlyList<string> Notes,
        string? Identity = null
    ) : Mapped;

    /// <summary>Nothing, because of these problems.</summary>
    internal sealed record Unmapped(IReadOnlyList<string> Problems) : Mapped
    {
        public static Unmapped Because(IEnumerable<string> problems) => new(Told(problems));
    }
}
