namespace NotifyReceiver.Sites;

/// <summary>The stations this service knows.</summary>
internal sealed record SiteDirectory(IReadOnlyList<Site> Sites)
{
    public Site? ByLocation(string location) => Sites.FirstOrDefault(site => site.Location == location);

    /// <summary>Those of these locations; all where none is given.</summary>
    public IReadOnlyList<Site> Among(IReadOnlyList<string> locations) =>
        [.. Sites.Where(site => locations.Count == 0 || locations.Contains(site.Location, StringComparer.Ordinal))];
}
