using NotifyReceiver.Settings.Reloading;

namespace NotifyReceiver.Sites.Loading;

/// <summary>The stations, and where they were read.</summary>
/// <param name="Json">The text that they were read from.</param>
/// <param name="IsExample">No file of stations is there, and this is a dry run.</param>
internal sealed record LoadedSites(SiteDirectory Directory, string Json, bool IsExample, Texts From);
