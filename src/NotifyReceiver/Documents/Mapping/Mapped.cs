using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>What a document became.</summary>
internal abstract record Mapped
{
    /// <summary>Its rows in ATIONET's own terms; none is no error, an invoice may hold charges alone.</summary>
    internal sealed record Rows(string Profile, string Location, string TerminalCode, IReadOnlyList<Row> All) : Mapped;

    /// <summary>Nothing, because of these problems.</summary>
    internal sealed record Unmapped(IReadOnlyList<string> Problems) : Mapped
    {
        public static Unmapped Because(IEnumerable<string> problems) => new([.. problems.Select(PlainLine.Of)]);
    }
}
