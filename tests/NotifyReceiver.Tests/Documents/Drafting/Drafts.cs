using System.Text;
using NotifyReceiver.Documents;
using NotifyReceiver.Documents.Drafting;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Selecting;

namespace NotifyReceiver.Tests.Documents.Drafting;

/// <summary>Drafts of documents, and the profiles that they are.</summary>
internal static class Drafts
{
    public static Document Read(string document) => Read(Encoding.UTF8.GetBytes(document));

    public static Document Read(byte[] document)
    {
        var (read, problem) = DocumentReader.Read(document);
        Assert.Null(problem);
        return read!;
    }

    public static string Of(string document) => ProfileDraft.Of(Read(document), "draft", "example");

    /// <summary>The draft, which must be a profile without mistakes.</summary>
    public static Profile ProfileOf(Document document)
    {
        var (profile, mistakes) = ProfileReader.Read(ProfileDraft.Of(document, "draft", "example"));
        Assert.Empty(mistakes);
        return profile!;
    }

    public static Profile ProfileOf(string document) => ProfileOf(Read(document));

    public static bool Recognises(Profile profile, Document document) =>
        profile.When.WhyNot(new Place(document.Root, new Effort()), new DocumentSource()) is null;

    /// <summary>Where a field of the first kind of row is looked for.</summary>
    public static string? SourceOf(Profile profile, string field) =>
        profile.Rows[0].Fields.GetValueOrDefault(field)?.Source;
}
