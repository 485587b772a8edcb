namespace NotifyReceiver.Documents.Values;

/// <summary>How a document writes numbers and times; what is null is not told, and then the plain way is meant.</summary>
/// <param name="Decimal">The sign before the decimals; a point when not told.</param>
/// <param name="Group">The sign between thousands; none when not told, because whether <c>4,200</c> is four or four thousand
/// must not be guessed.</param>
/// <param name="Forms">Of dates and date-times.</param>
/// <param name="TimeForms">Of times that stand apart from their date.</param>
/// <param name="Zone">Whose clock a date-time without an offset was read from; the site's when not told.</param>
internal sealed record Notation(
    char? Decimal = null,
    char? Group = null,
    IReadOnlyList<TimeForm>? Forms = null,
    IReadOnlyList<TimeForm>? TimeForms = null,
    TimeZoneInfo? Zone = null
)
{
    public static readonly Notation Plain = new();

    public const char Point = '.';

    public char DecimalSign => Decimal ?? Point;

    /// <summary>A number in this notation, for messages.</summary>
    public string Example => $"4200{DecimalSign}5";
}
