using System.Text;
using NotifyReceiver.Documents;
using NotifyReceiver.Documents.Profiles.Selecting;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents.Drafting;

/// <summary>Whatever the document: the draft is a profile without mistakes, recognises the document and finds rows in it.</summary>
public sealed class DraftOfAnythingTests
{
    private const int Documents = 100;
    private const int Seed = 20260115;

    [Theory]
    [InlineData(Samples.FuelInvoice)]
    [InlineData(Samples.ChargesOnly)]
    [InlineData(Samples.TankReadings)]
    [InlineData(Samples.TankProductMovement)]
    [InlineData(Samples.StickReadings)]
    public void Of_a_sample(string name) => AssertUsable(Drafts.Read(Samples.Bytes(name)));

    [Theory]
    [InlineData("<a/>")]
    [InlineData("<a>text</a>")]
    [InlineData("<a b='1'/>")]
    [InlineData("<a><b/><b/></a>")]
    [InlineData("<a><b x='1' y='2'/><b x='3'/></a>")]
    [InlineData("<or><and><div>1</div><div>2</div></and></or>")]
    [InlineData("<a>mixed <b>1</b> text</a>")]
    [InlineData("<n:a xmlns:n='urn:x'><n:b n:c='1'/></n:a>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[1, 2, 3]")]
    [InlineData("[[1], [2, [3]]]")]
    [InlineData("[{\"volume\": 1}, {\"volume\": 2}]")]
    [InlineData("{\"a\": null}")]
    [InlineData(
        "{\"\": 1, \" \": 2, \"a b\": 3, \"1\": 4, \"*/\": 5, \"//\": 6, \"\\n\": 7, \"@x\": 8, \"_x0020_\": 9}"
    )]
    [InlineData("{\"and\": {\"or\": [{\"div\": 1}, {\"mod\": 2}]}}")]
    [InlineData("{\"2026-01-15\": {\"Tank 1\": {\"Volume (gal)\": 5}}}")]
    public void Of_an_odd_document(string document) => AssertUsable(Drafts.Read(document));

    [Fact]
    public void Of_a_document_as_deep_as_is_read()
    {
        var (opening, closing) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < DocumentReader.DeepestNesting; i++)
        {
            opening.Append(System.Globalization.CultureInfo.InvariantCulture, $"<n{i}><Volume>{i}</Volume>");
            closing.Insert(0, $"</n{i}>");
        }

        AssertUsable(Drafts.Read(opening.ToString() + closing));
    }

    [Fact]
    public void Of_random_documents()
    {
        var random = new RandomDocuments(Seed);
        for (var i = 0; i < Documents; i++)
        {
            AssertUsable(Drafts.Read(random.Xml()));
            AssertUsable(Drafts.Read(random.Json()));
        }
    }

    private static void AssertUsable(Document document)
    {
        var profile = Drafts.ProfileOf(document);
        Assert.True(Drafts.Recognises(profile, document), $"not recognised: {document.Root}");
        Assert.NotEmpty(Assert.Single(profile.Rows).Select.Elements(new Place(document.Root, new Effort())));
    }
}
