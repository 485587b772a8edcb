using System.Globalization;

namespace NotifyReceiver.Inserts;

/// <summary>Names an insert to people: <c>i23</c>.</summary>
internal readonly record struct InsertId(long Seq)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"i{Seq}");

    public static InsertId? Parse(string text) =>
        text.Length > 1
        && text[0] is 'i' or 'I'
        && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? new InsertId(seq)
            : null;
}
