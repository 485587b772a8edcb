using System.Xml.XPath;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Selecting;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>From the bytes of a document to rows for ATIONET, by a profile and the site. All of it, or none with every reason.</summary>
internal sealed class DocumentMapper(ProfileLibrary profiles, SiteDirectory sites)
{
    public Mapped Map(byte[] body, DocumentSource source) => Explain(body, source).ToMapped();

    /// <param name="profile">The profile to take, whatever the document looks like; null to recognise it.</param>
    /// <param name="location">The site to take, whatever the document says; null to look.</param>
    public Explanation Explain(byte[] body, DocumentSource source, string? profile = null, string? location = null)
    {
        var (document, problem) = DocumentReader.Read(body);
        if (document is null)
        {
            return new Explanation { DocumentProblem = problem };
        }
        var mapping = new DocumentMapping(profiles, sites, source, new Place(document.Root, new Effort()));
        try
        {
            return mapping.Explain(profile, location);
        }
        catch (EffortException)
        {
            return mapping.SoFar with
            {
                DocumentProblem =
                    "the selectors of the profiles take too many steps over this document; simpler ones, without '//', take fewer",
            };
        }
        catch (XPathException broken)
        {
            return mapping.SoFar with { DocumentProblem = $"a selector cannot be evaluated: {broken.Message}" };
        }
    }
}
