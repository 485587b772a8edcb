using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Loading;
using NotifyReceiver.Sites;
using NotifyReceiver.Sites.Loading;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>The mapper by the profiles and sites in use. Each is of one pair of them, so no document is mapped half by others.</summary>
internal sealed class CurrentMapper(CurrentProfiles profiles, CurrentSites sites)
{
    private volatile Pairing? _latest;

    /// <summary>Looks at the files of both again; cheap when nothing changed.</summary>
    public DocumentMapper Refresh()
    {
        profiles.Refresh();
        sites.Refresh();
        var (library, directory) = (profiles.Current, sites.Current);
        var latest = _latest;
        if (latest is null || latest.Profiles != library || latest.Sites != directory)
        {
            latest = new Pairing(library, directory, new DocumentMapper(library, directory));
            _latest = latest;
        }
        return latest.Mapper;
    }

    private sealed record Pairing(ProfileLibrary Profiles, SiteDirectory Sites, DocumentMapper Mapper);
}
