namespace NotifyReceiver.Tests.Documents.Drafting;

/// <summary>The list of paths at a draft's end.</summary>
public sealed class PathCommentTests
{
    [Fact]
    public void Every_path_stands_there_with_its_times_and_first_value()
    {
        var draft = Drafts.Of("""<R a="x"><B><C>1</C><C>2</C></B><D/><B><C> </C></B></R>""");

        Assert.EndsWith(
            """
            //   @a       x
            //   B    2x
            //   B/C  3x  1
            //   D

            """,
            draft,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_long_value_is_cut_at_sixty_characters_and_never_within_one()
    {
        var draft = Drafts.Of($"<R><A>{new string('a', 61)}</A><B>{new string('b', 59)}😀</B></R>");

        Assert.Contains($"A  {new string('a', 60)}…\n", draft, StringComparison.Ordinal);
        Assert.Contains($"B  {new string('b', 59)}…\n", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_of_endless_names_is_listed_in_part()
    {
        var members = string.Join(", ", Enumerable.Range(0, 5000).Select(i => $"\"k{i}\": {i}"));
        var document = Drafts.Read($"{{ {members} }}");

        var draft = Drafts.Of($"{{ {members} }}");

        Assert.True(Drafts.Recognises(Drafts.ProfileOf(document), document));
        Assert.EndsWith("//   and more\n", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("k2500", draft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*/ } ]")]
    [InlineData("line\n  \"name\": \"other\",")]
    [InlineData("line\r\"name\"")]
    [InlineData("line\u2028separator\u2029\u0085next")]
    [InlineData("// \" \\ \u202e")]
    public void No_value_breaks_out_of_its_comment(string value)
    {
        var document = new System.Xml.Linq.XElement("R", new System.Xml.Linq.XElement("A", $"x{value}y")).ToString();

        var draft = Drafts.Of(document);

        Assert.Equal("draft", Drafts.ProfileOf(document).Name);
        Assert.StartsWith("//   A  x", draft.Split('\n')[^2], StringComparison.Ordinal);
        Assert.EndsWith("y", draft.Split('\n')[^2], StringComparison.Ordinal);
    }
}
