using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Inserts.Reconciling;

namespace NotifyReceiver.Tests.Inserts.Reconciling;

public sealed class JoinedRowsTests
{
    private static readonly DownloadedRow One = Listed.Row(Listed.Delivery(1));
    private static readonly DownloadedRow Other = Listed.Row(Listed.Delivery(2, "4000"));

    [Fact]
    public void A_row_that_several_downloads_have_counts_once() =>
        Assert.Equal(
            [One, Other],
            JoinedRows.Of([
                [One, Other],
                [Other, One, One],
            ])
        );

    [Fact]
    public void A_row_that_was_edited_between_two_downloads_counts_once() =>
        Assert.Equal(
            [One],
            JoinedRows.Of([
                [One],
                [One with { Volume = 1, Json = "{}" }],
            ])
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void Rows_without_an_id_that_say_the_same_count_as_often_as_one_download_has_them(string? id)
    {
        var nameless = One with { Id = id };

        Assert.Equal(
            3,
            JoinedRows
                .Of([
                    [nameless, nameless],
                    [nameless, nameless, nameless],
                ])
                .Count
        );
        Assert.Equal(
            2,
            JoinedRows
                .Of([
                    [nameless, nameless],
                    [nameless],
                ])
                .Count
        );
        Assert.Equal(
            2,
            JoinedRows
                .Of([
                    [nameless],
                    [nameless with { Json = "{}" }],
                ])
                .Count
        );
    }

    [Fact]
    public void What_one_download_calls_several_rows_is_not_taken_for_an_id() =>
        Assert.Equal(
            [One, Other with { Id = One.Id }],
            JoinedRows.Of([
                [One],
                [One, Other with { Id = One.Id }],
            ])
        );
}
