using System.CommandLine;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Cli;

/// <summary><c>--site</c>, of the commands that take some of the stations or all.</summary>
internal static class StationOption
{
    public static Option<string[]> Create() =>
        new("--site") { Description = "only this station, by Petrosoft's location id; may be given several times" };

    /// <summary>What is wrong with the locations; null when each is a station's.</summary>
    public static string? Mistake(SiteDirectory sites, IReadOnlyList<string> locations) =>
        locations.FirstOrDefault(it => sites.ByLocation(it) is null) is { } unknown
            ? $"there is no site with location '{unknown}' (Sites:File)"
            : null;
}
