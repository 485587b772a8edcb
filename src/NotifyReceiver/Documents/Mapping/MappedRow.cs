using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>One row with all that was done for it.</summary>
/// <param name="Name">Which element it was made of: <c>delivery 1 (FuelProducts/FuelProduct)</c>.</param>
internal sealed record MappedRow(string Name, Row Row, IReadOnlyList<MappedField> Fields, IReadOnlyList<string> Notes)
{
    public IEnumerable<string> Problems =>
        Fields
            .Where(it => it.Problem is not null)
            .Select(it => $"{Name}, {it.Field}: {it.Problem}{(it.Source is null ? "" : $" (from {it.Source})")}");
}
