using System.Text;
using NotifyReceiver.Notifications.Shapes;

#pragma warning disable CA5394 // The same bodies each time, so that a failure comes again.

namespace NotifyReceiver.Tests.Notifications.Shapes;

/// <summary>Whatever comes, there is an answer.</summary>
public sealed class HostileBodyTests
{
    private const int Tries = 3000;
    private const int Large = 200_000;

    public static TheoryData<string> Samples =>
        [
            "reference.json",
            "s3-object-created.json",
            "eventbridge-object-created.json",
            "sns-s3-object-created.json",
            "sns-subscription-confirmation.json",
        ];

    [Fact]
    public void Random_bytes_are_the_document()
    {
        var random = new Random(20260115);
        for (var i = 0; i < Tries; i++)
        {
            var body = new byte[random.Next(0, 200)];
            random.NextBytes(body);

            Assert.Same(body, Assert.IsType<Shape.Document>(Recognise.Bytes(body)).Body);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_spoilt_notification_gets_an_answer(string sample)
    {
        var random = new Random(20260115);
        var whole = Recognise.Sample(sample);
        for (var i = 0; i < Tries; i++)
        {
            var body = whole.AsSpan(0, i % 3 == 0 ? random.Next(whole.Length) : whole.Length).ToArray();
            for (var changes = random.Next(1, 4); changes > 0 && body.Length > 0; changes--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            Assert.NotEmpty(Recognise.Bytes(body, Recognise.WithTopic).Name);
        }
    }

    [Theory]
    [InlineData("[", "", "]")]
    [InlineData("{\"path\":", "1", "}")]
    [InlineData("[{\"path\":", "\"a.xml\"", "}]")]
    [InlineData("{\"detail-type\":\"a\",\"source\":\"b\",\"detail\":", "{}", "}")]
    [InlineData("{\"Records\":[", "{}", "]}")]
    public void Endless_nesting_is_the_document(string open, string inside, string close) =>
        Assert.IsType<Shape.Document>(
            Recognise.Text(
                string.Concat(Enumerable.Repeat(open, Large)) + inside + string.Concat(Enumerable.Repeat(close, Large))
            )
        );

    [Theory]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("""{ "a": "b" }""")]
    public void An_endless_list_of_anything_is_the_document(string item) =>
        Assert.IsType<Shape.Document>(Recognise.Text($"[{string.Join(',', Enumerable.Repeat(item, Large))}]"));

    [Theory]
    [InlineData("""{ "path": "../a" }""")]
    [InlineData("""{ "Records": [ { "s3": { "object": {} } } ] }""")]
    [InlineData("""{ "Type": "Notification", "MessageId": "1", "TopicArn": "t" }""")]
    public void An_endless_list_of_broken_things_is_told_in_a_few_lines(string item) =>
        Assert.Equal(21, Recognise.Problems($"[{string.Join(',', Enumerable.Repeat(item, Large / 10))}]").Count);

    [Fact]
    public void An_object_of_endless_members_is_the_document()
    {
        var members = string.Join(',', Enumerable.Range(0, Large).Select(i => $"\"{i}\":{i}"));

        Assert.IsType<Shape.Document>(Recognise.Text($"{{{members}}}"));
    }

    [Fact]
    public void Text_that_is_no_text_gets_an_answer_wherever_it_stands()
    {
        var whole = Recognise.SampleText("sns-subscription-confirmation.json");
        foreach (var quote in Enumerable.Range(0, whole.Length).Where(i => whole[i] == '"'))
        {
            var escaped = whole.Insert(quote + 1, "\\ud800");
            byte[] broken =
            [
                .. Encoding.UTF8.GetBytes(whole[..(quote + 1)]),
                0xFF,
                .. Encoding.UTF8.GetBytes(whole[(quote + 1)..]),
            ];

            Assert.NotEmpty(Recognise.Text(escaped, Recognise.WithTopic).Name);
            Assert.NotEmpty(Recognise.Bytes(broken, Recognise.WithTopic).Name);
        }
    }
}
