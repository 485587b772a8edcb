using System.Text.Json;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Sites;

/// <summary>Reads the stations and collects every mistake, each with the place where it stands.</summary>
internal sealed class SitesReader
{
    private const int LongestTerminalCode = 50;

    private readonly List<string> _mistakes = [];

    /// <summary>The stations, or what is wrong with the file.</summary>
    public static (SiteDirectory? Directory, IReadOnlyList<string> Mistakes) Read(string json)
    {
        try
        {
            var reader = new SitesReader();
            var directory = reader.Read(SitesFile.Parse(json));
            return reader._mistakes.Count == 0 ? (directory, []) : (null, reader._mistakes);
        }
        catch (JsonException broken)
        {
            return (null, [JsonMistake.Of(broken)]);
        }
    }

    private SiteDirectory Read(SitesFile file)
    {
        if (file.Sites is null)
        {
            _mistakes.Add("has no list 'sites'");
            return new SiteDirectory([]);
        }
        var sites = new List<Site>();
        for (var i = 0; i < file.Sites.Count; i++)
        {
            sites.Add(ReadSite(file.Sites[i] ?? new SitesFile.SiteEntry(), $"sites[{i}]"));
        }
        RefuseRepeated(sites.Select(site => site.Location), "sites", "location");
        RefuseRepeated(sites.Select(site => site.TerminalCode), "sites", "terminalCode");
        return new SiteDirectory(sites);
    }

    private Site ReadSite(SitesFile.SiteEntry entry, string at)
    {
        var location = Required(entry.Location, at, "location");
        at = location.Length == 0 ? at : $"{at} (location {location})";
        var terminal = Required(entry.TerminalCode, at, "terminalCode");
        if (terminal.Length is not 0 and (< 3 or > LongestTerminalCode))
        {
            _mistakes.Add(
                $"{at}.terminalCode: '{terminal}' has {terminal.Length} characters; ATIONET's have 3 to {LongestTerminalCode}"
            );
        }
        var products = ReadProducts(entry.Products ?? [], at);
        return new Site(
            location,
            entry.Name,
            terminal,
            ReadTimeZone(entry.TimeZone, at),
            ReadUnits(entry.Units, at),
            ReadTanks(entry.Tanks ?? [], products, at),
            products
        );
    }

    private List<Product> ReadProducts(IReadOnlyList<SitesFile.ProductEntry?> entries, string at)
    {
        var products = entries
            .Select((entry, i) => (entry: entry ?? new SitesFile.ProductEntry(), place: $"{at}.products[{i}]"))
            .Select(it => new Product(Required(it.entry.Id, it.place, "id"), Required(it.entry.Code, it.place, "code")))
            .ToList();
        RefuseRepeated(products.Select(product => product.Id), $"{at}.products", "id");
        return products;
    }

    private List<Tank> ReadTanks(IReadOnlyList<SitesFile.TankEntry?> entries, List<Product> products, string at)
    {
        var tanks = new List<Tank>();
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, place) = (entries[i] ?? new SitesFile.TankEntry(), $"{at}.tanks[{i}]");
            tanks.Add(
                new Tank(
                    Required(entry.Id, place, "id"),
                    Required(entry.Number, place, "number"),
                    entry.Product,
                    entry.Capacity
                )
            );
            if (entry.Product is { } product && products.TrueForAll(known => known.Id != product))
            {
                _mistakes.Add($"{place}.product: '{product}' is not among the site's products");
            }
            if (entry.Capacity <= 0)
            {
                _mistakes.Add($"{place}.capacity: {entry.Capacity} is not above zero");
            }
        }
        RefuseRepeated(tanks.Select(tank => tank.Id), $"{at}.tanks", "id");
        RefuseRepeated(tanks.Select(tank => tank.Number), $"{at}.tanks", "number");
        return tanks;
    }

    private TimeZoneInfo ReadTimeZone(string? name, string at)
    {
        var wanted = Required(name, at, "timeZone");
        if (wanted.Length == 0)
        {
            return TimeZoneInfo.Utc;
        }
        if (TimeZoneInfo.TryFindSystemTimeZoneById(wanted, out var zone) && zone.HasIanaId)
        {
            return zone;
        }
        _mistakes.Add($"{at}.timeZone: '{wanted}' is not an IANA time zone like America/New_York");
        return TimeZoneInfo.Utc;
    }

    private SiteUnits ReadUnits(SitesFile.UnitsEntry? entry, string at) =>
        entry is null
            ? SiteUnits.Unconverted
            : new SiteUnits(
                ReadConversion(entry.Volume, Unit.OfVolume, $"{at}.units.volume"),
                ReadConversion(entry.Temperature, Unit.OfTemperature, $"{at}.units.temperature"),
                ReadConversion(entry.Height, Unit.OfHeight, $"{at}.units.height")
            );

    private UnitConversion ReadConversion(
        SitesFile.ConversionEntry? entry,
        IReadOnlyDictionary<string, Unit> units,
        string at
    )
    {
        if (entry is null)
        {
            return UnitConversion.None;
        }
        var from = ReadUnit(entry.From, units, at, "from");
        var to = ReadUnit(entry.To, units, at, "to");
        return from is null || to is null ? UnitConversion.None : new UnitConversion(from, to);
    }

    private Unit? ReadUnit(string? name, IReadOnlyDictionary<string, Unit> units, string at, string member)
    {
        var wanted = Required(name, at, member);
        if (wanted.Length == 0)
        {
            return null;
        }
        if (!units.TryGetValue(wanted, out var unit))
        {
            _mistakes.Add($"{at}.{member}: '{wanted}' is not one of {string.Join(", ", units.Keys)}");
        }
        return unit;
    }

    private string Required(string? value, string at, string member)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            _mistakes.Add($"{at}.{member}: is required");
            return "";
        }
        return value.Trim();
    }

    private void RefuseRepeated(IEnumerable<string> values, string at, string member)
    {
        var repeated = values
            .Where(value => value.Length > 0)
            .GroupBy(value => value, StringComparer.Ordinal)
            .Where(same => same.Count() > 1);
        _mistakes.AddRange(repeated.Select(same => $"{at}: {member} '{same.Key}' stands there {same.Count()} times"));
    }
}
