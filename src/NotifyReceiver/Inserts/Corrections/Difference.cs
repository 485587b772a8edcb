using System.Globalization;
using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts.Corrections;

/// <summary>One field that two rows have otherwise.</summary>
/// <param name="Earlier">Null where the earlier row has no value.</param>
/// <param name="Later">Null where the later row has no value.</param>
/// <param name="Change">Later less earlier, of numbers.</param>
internal sealed record Difference(string Field, string? Earlier, string? Later, decimal? Change)
{
    /// <summary>Field by field, in the order of the wire.</summary>
    public static IReadOnlyList<Difference> Between(Row earlier, Row later) =>
        [
            .. FieldTable
                .Of(later.Kind)
                .Where(field => earlier[field.Name] != later[field.Name])
                .Select(field => new Difference(
                    field.Name,
                    earlier[field.Name],
                    later[field.Name],
                    field.IsNumber ? Number(later[field.Name]) - Number(earlier[field.Name]) : null
                )),
        ];

    public override string ToString() => $"{Field}: {Earlier ?? "nothing"} → {Later ?? "nothing"}{Signed(Change)}";

    private static string Signed(decimal? change) =>
        change is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ({change:+0.###;-0.###;0})");

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
