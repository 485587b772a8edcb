namespace NotifyReceiver.Sites;

/// <summary>The stations this service knows.</summary>
internal sealed record SiteDirectory(IReadOnlyList<Site> Sites)
{
    public Site? ByLocation(string location) => Sites.FirstOrDefault(site => site.Location == location);
}
