using System.Text;
using NotifyReceiver.Documents;

namespace NotifyReceiver.Tests.Documents;

public sealed class DocumentReaderTests
{
    [Fact]
    public void Namespaces_are_forgotten()
    {
        var root = Read("<n:a xmlns:n='urn:x' n:b='1'><c xmlns='urn:y'>2</c></n:a>").Root;

        Assert.Equal("a", root.Name.ToString());
        Assert.Equal("1", root.Attribute("b")!.Value);
        Assert.Equal("2", root.Element("c")!.Value);
    }

    [Fact]
    public void Json_becomes_the_same_kind_of_tree_with_the_digits_that_it_was_written_with()
    {
        var root = Read(
            """{ "a": [ { "b": 1.50 }, { "b": 1e2 } ], "c d": "x", "n": null, "t": true, "m": [[1],[2,3]] }"""
        ).Root;

        Assert.Equal(["1.50", "1e2"], root.Elements("a").Select(a => a.Element("b")!.Value));
        Assert.Equal("x", root.Element("c_x0020_d")!.Value);
        Assert.Equal("", root.Element("n")!.Value);
        Assert.Equal("true", root.Element("t")!.Value);
        Assert.Equal(["1", "23"], root.Elements("m").Select(m => m.Value));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void Xml_is_read_in_the_encoding_that_it_declares(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var text = $"<?xml version='1.0' encoding='{name}'?><a>Ñandú</a>";

        var (document, problem) = DocumentReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        Assert.Null(problem);
        Assert.Equal("Ñandú", document!.Root.Value);
    }

    [Fact]
    public void A_byte_order_mark_before_json_is_passed_over() =>
        Assert.NotNull(DocumentReader.Read([0xEF, 0xBB, 0xBF, .. "{}"u8]).Document);

    [Theory]
    [InlineData("", "blank")]
    [InlineData("  \n ", "blank")]
    [InlineData("hello", "neither XML nor JSON")]
    [InlineData("<a><b></a>", "line 1")]
    [InlineData("<a>", "the XML is broken")]
    [InlineData("<a></a><b/>", "the XML is broken")]
    [InlineData("<?xml version='1.0' encoding='klingon'?><a/>", "the XML is")]
    [InlineData("{ \"a\": ", "the JSON is broken")]
    [InlineData("{ \"a\": 1, \"a\": 2 }", "the JSON is broken")]
    [InlineData("{ \"a\": 01 }", "the JSON is broken")]
    [InlineData("{ \"a\": \"\\ud800\" }", "the JSON is broken")]
    [InlineData("<!DOCTYPE a><a/>", "document type")]
    public void What_cannot_be_read_says_why(string text, string told) =>
        Assert.Contains(told, DocumentReader.Read(Encoding.UTF8.GetBytes(text)).Problem, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.NotNull(DocumentReader.Read([.. "<a>"u8, 0xC3, 0x28, .. "</a>"u8]).Problem);

    [Fact]
    public void Text_in_json_that_is_no_utf8_is_refused() =>
        Assert.NotNull(DocumentReader.Read([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8]).Problem);

    [Fact]
    public void An_xml_bomb_is_never_expanded()
    {
        var (document, problem) = Read2(
            """
            <!DOCTYPE bomb [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
            <bomb>&c;</bomb>
            """
        );

        Assert.Null(document);
        Assert.Contains("document type", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_of_endless_attributes_is_refused()
    {
        var attributes = string.Concat(Enumerable.Range(0, 60_000).Select(i => $" a{i}=''"));

        Assert.Contains(
            "more than 256 attributes at line 1",
            Read2($"<a{attributes}/>").Problem,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("<a>", "</a>")]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Nesting_is_bounded(string open, string close)
    {
        var inner = open[0] == '{' ? "1" : "";
        const int TooDeep = 100_000;

        var (document, problem) = Read2(
            string.Concat(Enumerable.Repeat(open, TooDeep)) + inner + string.Concat(Enumerable.Repeat(close, TooDeep))
        );

        Assert.Null(document);
        Assert.NotNull(problem);
    }

    private static Document Read(string text)
    {
        var (document, problem) = Read2(text);
        Assert.Null(problem);
        return document!;
    }

    private static (Document? Document, string? Problem) Read2(string text) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(text));
}
