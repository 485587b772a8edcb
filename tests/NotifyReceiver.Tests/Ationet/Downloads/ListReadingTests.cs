using System.Text;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Tests.Ationet.Downloads;

/// <summary>What is a list and what is none, and what is read of its rows.</summary>
public sealed class ListReadingTests
{
    private const string TwoRows = """
        [{"DeliveryId":"1","TankNumber":"01","CreatedDateTime":"2026/11/22 08:00:00","TotalVolume":3999.5},
         {"DeliveryId":"2","TankNumber":"02","CreatedDateTime":"2026/11/22 09:00:00","TotalVolume":[]}]
        """;

    [Theory]
    [InlineData("[]", 0)]
    [InlineData(" \r\n[ ]\n", 0)]
    [InlineData("\uFEFF[]", 0)]
    [InlineData(TwoRows, 2)]
    public void A_whole_array_is_a_list(string body, int rows) => Assert.Equal(rows, Read(body)?.Count);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"[]\"")]
    [InlineData("{\"rows\":[]}")]
    [InlineData("[]]")]
    [InlineData("[] <html>")]
    [InlineData("[][]")]
    [InlineData("[1,]")]
    [InlineData("[{\"TankNumber\":\"01\",\"TankNumber\":\"02\"}]")]
    [InlineData("[{\"\\ud800\":1}]")]
    public void Anything_else_is_none(string body) => Assert.Null(Read(body));

    [Fact]
    public void However_much_of_a_list_is_missing_at_its_end_it_is_none() =>
        Assert.All(Enumerable.Range(0, TwoRows.Length), length => Assert.Null(Read(TwoRows[..length])));

    [Fact]
    public void What_is_not_utf8_is_none() =>
        Assert.Equal(
            (null, "is not UTF-8"),
            ListReading.Read(RowKind.Delivery, Encoding.Latin1.GetBytes("[{\"SiteShortName\":\"Ñandú\"}]"))
        );

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("\"2026/11/22 08:00:00\"")]
    [InlineData("{}")]
    [InlineData("{\"TankNumber\":{},\"CreatedDateTime\":\"soon\",\"TotalVolume\":\"much\"}")]
    [InlineData("{\"TankNumber\":\"\\ud800\",\"CreatedDateTime\":1764000000,\"TotalVolume\":true}")]
    [InlineData("{\"TankNumber\":\" \",\"CreatedDateTime\":null,\"TotalVolume\":\"3,999.5\"}")]
    public void A_row_that_cannot_be_understood_stays_and_claims_nothing(string json)
    {
        var rows = Read($"[{json},{{\"TankNumber\":\"01\"}}]")!;

        Assert.Equal(
            new DownloadedRow(RowKind.Delivery, null, null, null, null, null, null, null, null, null, json),
            rows[0]
        );
        Assert.Equal("01", rows[1].TankNumber);
    }

    [Theory]
    [InlineData("2026/11/22 08:00:00")]
    [InlineData("2026/11/22 08:00")]
    [InlineData("2026-11-22 08:00:00")]
    [InlineData("2026-11-22T08:00:00")]
    [InlineData("2026-11-22T08:00")]
    [InlineData("2026-11-22T08:00:00.000")]
    [InlineData("2026-11-22T08:00:00.0030000")]
    [InlineData("2026-11-22T08:00:00Z")]
    [InlineData("2026-11-22T08:00:00.123-03:00")]
    [InlineData("2026-11-22T08:00:00+0530")]
    [InlineData("2026-11-22T08:00-03")]
    [InlineData("2026/11/22 08:00:00 +01:00")]
    [InlineData(" 2026/11/22 08:00:00 ")]
    public void A_time_is_the_wall_clock_that_is_written(string text) =>
        Assert.Equal(
            new DateTime(2026, 11, 22, 8, 0, 0, DateTimeKind.Unspecified),
            Only($$"""{"CreatedDateTime":"{{text}}"}""").OccurredAt
        );

    [Theory]
    [InlineData("2026/11/22")]
    [InlineData("2026-11/22 08:00:00")]
    [InlineData("2026/22/11 08:00:00")]
    [InlineData("2026/02/29 08:00:00")]
    [InlineData("2026/11/22 24:00:00")]
    [InlineData("2026/11/22 08:00:00 PM")]
    [InlineData("2026/11/22 8:00:00")]
    [InlineData("22/11/2026 08:00:00")]
    [InlineData("/Date(1764000000000)/")]
    public void A_time_that_may_be_another_is_none(string text) =>
        Assert.Null(Only($$"""{"CreatedDateTime":"{{text}}"}""").OccurredAt);

    [Theory]
    [InlineData("3999.512", "3999.512")]
    [InlineData("\"3999.512\"", "3999.512")]
    [InlineData("\" 3999.512 \"", "3999.512")]
    [InlineData("3999.5120000000000000001", "3999.5120000000000000001")]
    [InlineData("3.999512E3", "3999.512")]
    [InlineData("-1", "-1")]
    [InlineData("0.1", "0.1")]
    [InlineData("1e40", null)]
    [InlineData("\"3999,512\"", null)]
    [InlineData("\"(1)\"", null)]
    [InlineData("\"\"", null)]
    public void A_volume_keeps_its_digits(string json, string? volume) =>
        Assert.Equal(
            volume,
            Only($$"""{"TotalVolume":{{json}}}""").Volume?.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData("\"01\"", "01")]
    [InlineData("\"01   \"", "01")]
    [InlineData("1", "1")]
    public void A_tank_is_text_however_it_is_written(string json, string tank) =>
        Assert.Equal(tank, Only($$"""{"TankNumber":{{json}}}""").TankNumber);

    [Fact]
    public void Members_are_known_in_any_case() =>
        Assert.Equal("01", Only("""{"deliveryId":"1","tankNumber":"01"}""").TankNumber);

    [Theory]
    [InlineData("""{"InvoiceNumber":"A","DeliveryNotesData":{"InvoiceNumber":"B"}}""", "A")]
    [InlineData("""{"InvoiceNumber":null,"DeliveryNotesData":{"InvoiceNumber":"B"}}""", "B")]
    [InlineData("""{"DeliveryNotesData":null}""", null)]
    public void The_invoice_stands_in_the_row_or_in_its_notes(string json, string? invoice) =>
        Assert.Equal(invoice, Only(json).InvoiceNumber);

    private static DownloadedRow Only(string json) => Assert.Single(Read($"[{json}]")!);

    private static IReadOnlyList<DownloadedRow>? Read(string body)
    {
        var (rows, problem) = ListReading.Read(RowKind.Delivery, Encoding.UTF8.GetBytes(body));
        Assert.Equal(rows is null, problem is not null);
        return rows;
    }
}
