using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Values;
using NotifyReceiver.Sites;
using NotifyReceiver.Sites.Units;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>From the text of a document to the text on the wire, by what the field holds and the site's units and zone.</summary>
internal static class FieldConversion
{
    public const int VolumeDecimals = 3;

    private const int OtherDecimals = 2;
    private const int MostCoordinateDecimals = 6;

    public static MappedField Convert(Field field, Found found, Site site)
    {
        var mapped = new MappedField(field.Name, found.Source, found.Raw, found.How, Problem: found.Problem);
        if (found.Text is not { } text)
        {
            return mapped;
        }
        return field.Type switch
        {
            FieldType.Text => mapped with { Value = text },
            FieldType.DateTime => WithTime(mapped, found, site),
            _ when NumberText.Read(text, found.Notation) is { } number => WithNumber(mapped, field, number, site),
            _ => mapped with { Problem = $"{PlainLine.Quote(text)} is not a number like {found.Notation.Example}" },
        };
    }

    public static decimal Round(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.ToEven);

    private static MappedField WithTime(MappedField mapped, Found found, Site site)
    {
        var told = found.Apart is var (date, time, offset)
            ? TimeText.Read(date, time, offset, found.Notation)
            : TimeText.Read(found.Text!, found.Notation);
        if (told is null)
        {
            return mapped with
            {
                Problem = $"{PlainLine.Quote(found.Text!)} is not a date-time {TimeLike(found.Notation)}",
            };
        }
        var (clock, how) = WallClock.Show(told.Value, found.Notation.Zone, site.TimeZone);
        return mapped with { Value = WireText.Of(clock), How = Joined(mapped.How, how) };
    }

    private static MappedField WithNumber(MappedField mapped, Field field, decimal number, Site site)
    {
        var units = field.Type switch
        {
            FieldType.Volume => site.Units.Volume,
            FieldType.Temperature => site.Units.Temperature,
            FieldType.Height => site.Units.Height,
            _ => UnitConversion.None,
        };
        var decimals = field.Type switch
        {
            FieldType.Volume => VolumeDecimals,
            FieldType.Coordinate => CoordinateDecimals(number, field.Size),
            _ => OtherDecimals,
        };
        var value = WireText.Of(Round(units.Convert(number), decimals));
        return mapped with { Value = value, How = Joined(mapped.How, units.Said, $"{decimals} decimals") };
    }

    // -123.456789 has eleven characters where ten fit: the last decimal is worth a decimetre.
    private static int CoordinateDecimals(decimal value, int size)
    {
        var decimals = MostCoordinateDecimals;
        while (decimals > 0 && WireText.Of(Round(value, decimals)).Length > size)
        {
            decimals--;
        }
        return decimals;
    }

    private static string TimeLike(Notation notation) =>
        notation.Forms is { } forms
            ? $"of the form {string.Join(" or ", forms.Select(form => form.Text))}"
            : "like 2026-01-15T04:31:00";

    private static string? Joined(params string?[] words) =>
        words.OfType<string>().ToList() is { Count: > 0 } told ? string.Join(", ", told) : null;
}
