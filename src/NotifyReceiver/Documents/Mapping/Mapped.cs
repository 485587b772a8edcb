using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>What a document became.</summary>
internal abstract record Mapped
{
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
        private const int MostTold = 20;

        public static Unmapped Because(IEnumerable<string> problems)
        {
            var all = problems.Select(PlainLine.Of).ToList();
            return all.Count <= MostTold ? new(all) : new([.. all.Take(MostTold), $"and {all.Count - MostTold} more"]);
        }
    }
}
