using System.Globalization;
using CsCheck;
using NotifyReceiver.Documents.Values;

namespace NotifyReceiver.Tests.Documents.Values;

/// <summary>Whatever is printed in a notation is read back from it, and nothing that is read throws.</summary>
public sealed class NotationProperties
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss",
        "MM/dd/yyyy HH:mm:ss",
        "dd.MM.yyyy HH:mm:ss",
        "M/d/yyyy h:mm:ss tt",
        "yyyyMMddHHmmss",
        "dddd, d MMMM yyyy HH:mm:ss",
        "ss:mm:HH yyyy/MM/dd",
    ];

    private static readonly Gen<(char Decimal, char? Group)> Signs = Gen.OneOf(
        ('.', (char?)null),
        ('.', ','),
        (',', '.'),
        (',', ' '),
        (',', null),
        ('.', '\'')
    );

    [Fact]
    public void A_number_printed_in_any_notation_reads_back() =>
        Gen.Select(Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Int[0, 6], Signs)
            .Sample(
                (digits, decimals, signs) =>
                {
                    var number = new decimal(digits) / (decimal)Math.Pow(10, decimals);
                    var format = new NumberFormatInfo
                    {
                        NumberDecimalSeparator = signs.Decimal.ToString(),
                        NumberGroupSeparator = signs.Group?.ToString() ?? "",
                    };

                    var printed = number.ToString($"N{decimals}", format);

                    Assert.Equal(number, NumberText.Read(printed, new Notation(signs.Decimal, signs.Group)));
                },
                iter: 5_000
            );

    [Fact]
    public void A_time_printed_in_any_form_reads_back() =>
        Gen.Select(Zones.Instant, Gen.OneOf(Forms))
            .Sample(
                (instant, form) =>
                {
                    var printed = instant.ToString(form, CultureInfo.InvariantCulture);
                    var notation = new Notation(Forms: [TimeForm.Parse(form).Form!]);

                    Assert.Equal(new ToldTime(instant.DateTime), TimeText.Read(printed, notation));
                },
                iter: 5_000
            );

    [Fact]
    public void A_time_printed_with_its_offset_in_any_way_of_iso_reads_back() =>
        Gen.Select(Zones.Instant, Gen.Int[-14 * 60, 14 * 60], Gen.Int[0, 3])
            .Sample(
                (instant, minutes, way) =>
                {
                    var offset = TimeSpan.FromMinutes(way == 3 ? minutes / 60 * 60 : minutes);
                    var local = instant.ToOffset(offset);
                    var colon = local.ToString("zzz", CultureInfo.InvariantCulture);
                    var written = way switch
                    {
                        0 => colon,
                        1 => colon.Replace(":", "", StringComparison.Ordinal),
                        2 when offset == TimeSpan.Zero => "Z",
                        2 => colon,
                        _ => colon[..3],
                    };
                    var (date, time) = (
                        local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        $"{local:HH:mm:ss}"
                    );

                    var expected = new ToldTime(local.DateTime, offset);
                    Assert.Equal(expected, TimeText.Read($"{date}T{time}{written}", Notation.Plain));
                    Assert.Equal(expected, TimeText.Read(date, time + written, offset: null, Notation.Plain));
                    Assert.Equal(expected, TimeText.Read(date, time, written, Notation.Plain));
                },
                iter: 5_000
            );

    [Fact]
    public void No_text_makes_a_reader_throw() =>
        Gen.Select(
                Gen.String[Gen.Char["0123456789-+:.,TZeE /'٢\u00A0"], 0, 30],
                Gen.OneOf([.. Forms, "K", "zzz yyyy-MM-dd"]),
                Signs
            )
            .Sample(
                (text, form, signs) =>
                {
                    var number = NumberText.Read(text, new Notation(signs.Decimal, signs.Group)) ?? 0;
                    Assert.InRange(number, -1_000_000_000_000_000m, 1_000_000_000_000_000m);
                    Assert.All(Read(text, Notation.Plain), clock => Assert.InRange(clock.Year, 1, 9999));
                    if (TimeForm.Parse(form).Form is { } parsed)
                    {
                        var notation = new Notation(Forms: [parsed]);
                        Assert.All(Read(text, notation), clock => Assert.InRange(clock.Year, 1, 9999));
                    }
                },
                iter: 20_000
            );

    private static IEnumerable<DateTime> Read(string text, Notation notation)
    {
        ToldTime?[] told = [TimeText.Read(text, notation), TimeText.Read("9999-12-31", text, text, notation)];
        var apia = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia");
        return told.OfType<ToldTime>().Select(time => WallClock.Show(time, TimeZoneInfo.Utc, apia).Clock);
    }
}
