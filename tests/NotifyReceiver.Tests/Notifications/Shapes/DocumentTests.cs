using System.Text;
using NotifyReceiver.Notifications.Shapes;

namespace NotifyReceiver.Tests.Notifications.Shapes;

/// <summary>What is no envelope counts as the document, and its reader says what is wrong with it.</summary>
public sealed class DocumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  \r\n\t ")]
    [InlineData("<a/>")]
    [InlineData("path")]
    [InlineData("\"path\"")]
    [InlineData("{ \"path\": ")]
    [InlineData("{ \"path\": \"a.xml\" } x")]
    [InlineData("{ \"path\": \"a.xml\", \"path\": \"b.xml\" }")]
    [InlineData("{ \"path\": \"\\ud800\" }")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[[{ \"path\": \"a.xml\" }]]")]
    [InlineData("[1, \"path\", null]")]
    [InlineData("{ \"readings\": [] }")]
    [InlineData("{ \"Records\": [] }")]
    [InlineData("{ \"Records\": [ { \"tank\": 1 } ] }")]
    [InlineData("{ \"Records\": {} }")]
    [InlineData("{ \"Event\": \"shift closed\" }")]
    [InlineData("{ \"Type\": \"Notification\", \"MessageId\": \"1\", \"Message\": \"m\" }")]
    [InlineData("{ \"detail-type\": \"x\", \"source\": \"y\" }")]
    public void Anything_else_is_the_document(string body) => Recognise.IsTheDocument(body);

    [Theory]
    [InlineData("\uFEFF{ \"path\": \"a.xml\" }")]
    [InlineData("\uFEFF\r\n\t [ { \"path\": \"a.xml\" } ]")]
    [InlineData("  { \"path\": \"a.xml\" }\n")]
    public void A_byte_order_mark_and_blanks_are_passed_over(string body) =>
        Assert.Equal("a.xml", Recognise.Reference(body).Path);

    [Fact]
    public void What_is_no_utf8_where_it_matters_is_the_document()
    {
        byte[] body = [.. "{\"path\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Assert.Same(body, Assert.IsType<Shape.Document>(Recognise.Bytes(body)).Body);
    }

    [Fact]
    public void Json_in_another_encoding_is_the_document() =>
        Assert.IsType<Shape.Document>(Recognise.Bytes(Encoding.Unicode.GetBytes("{ \"path\": \"a.xml\" }")));
}
