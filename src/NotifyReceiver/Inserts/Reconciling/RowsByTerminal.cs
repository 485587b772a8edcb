using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Inserts.Reconciling;

/// <summary>What ATIONET has of a whole network, told apart by terminal.</summary>
internal sealed class RowsByTerminal
{
    private readonly ILookup<string, DownloadedRow> _named;
    private readonly ILookup<string, DownloadedRow> _namelessOfSites;

    public RowsByTerminal(IReadOnlyList<DownloadedRow> rows)
    {
        _named = rows.Where(row => Bare(row.TerminalCode).Length > 0).ToLookup(row => Bare(row.TerminalCode), Comparer);
        var sites = _named.SelectMany(its => its).Select(row => Bare(row.SiteCode)).ToHashSet(Comparer);
        sites.Remove("");
        var nameless = rows.Where(row => Bare(row.TerminalCode).Length == 0);
        _namelessOfSites = nameless
            .Where(row => sites.Contains(Bare(row.SiteCode)))
            .ToLookup(row => Bare(row.SiteCode), Comparer);
        Nobodys = [.. rows.Where(row => Bare(row.TerminalCode).Length == 0 && !sites.Contains(Bare(row.SiteCode)))];
    }

    /// <summary>Those that name neither a terminal nor a site that a row with a terminal names.</summary>
    public IReadOnlyList<DownloadedRow> Nobodys { get; }

    private static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>Those that name it, and those that name only its site, as what was entered by hand does.</summary>
    public IReadOnlyList<DownloadedRow> Of(string terminalCode)
    {
        var named = _named[Bare(terminalCode)];
        var sites = named.Select(row => Bare(row.SiteCode)).Distinct(Comparer);
        return [.. named, .. sites.SelectMany(site => _namelessOfSites[site])];
    }

    private static string Bare(string? text) => text?.Trim() ?? "";
}
