using System.Text.Json;
using NotifyReceiver.Sites.Units;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Sites;

/// <summary>Reads the stations and collects every mistake, each with the place where it stands.</summary>
internal sealed class SitesReader
{
    private const int LongestTerminalCode = 50;
    private const decimal LargestCapacity = 1_000_000_000m;

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
            new UnitsReader(_mistakes).Read(entry.Units, $"{at}.units"),
            ReadTanks(entry.Tanks ?? [], products, at),
            products
        );
    }

    private List<Product> ReadProducts(IReadOnlyList<SitesFile.ProductEntry?> entries, string at)
    {
        var products = entries
            .Select((entry, i) => ReadProduct(entry ?? new SitesFile.ProductEntry(), $"{at}.products[{i}]"))
            .ToList();
        RefuseRepeated(products.Select(product => product.Id ?? ""), $"{at}.products", "id");
        for (var i = 0; i < products.Count; i++)
        {
            if (products.Take(i).FirstOrDefault(other => AreMistakable(products[i], other)) is { } other)
            {
                _mistakes.Add(
                    $"{at}.products[{i}]: '{products[i].Description ?? products[i].Id}' names both code "
                        + $"{other.Code} and code {products[i].Code}; a document that says it would leave open which"
                );
            }
        }
        return products;
    }

    private Product ReadProduct(SitesFile.ProductEntry entry, string at)
    {
        var (id, description) = (TextOrNull(entry.Id), TextOrNull(entry.Description));
        if (id is null && description is null)
        {
            _mistakes.Add($"{at}: an 'id' or a 'description' is required, as Petrosoft names the product");
        }
        return new Product(id, description, Required(entry.Code, at, "code"));
    }

    private static bool AreMistakable(Product one, Product other) =>
        one.Code != other.Code
        && (
            one.Description is { } its && (other.IsDescribedAs(its) || IsIdLike(other.Id, one))
            || IsIdLike(one.Id, other)
        );

    private static bool IsIdLike(string? id, Product described) => id is not null && described.IsDescribedAs(id);

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
                    TextOrNull(entry.Product),
                    entry.Capacity
                )
            );
            if (
                TextOrNull(entry.Product) is { } product
                && !products.Exists(known => known.Id == product || known.IsDescribedAs(product))
            )
            {
                _mistakes.Add($"{place}.product: '{product}' is not among the site's products");
            }
            if (entry.Capacity is { } capacity and (<= 0 or > LargestCapacity))
            {
                _mistakes.Add(
                    $"{place}.capacity: {capacity} is {(capacity <= 0 ? "not above zero" : "more than any tank holds")}"
                );
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

    private static string? TextOrNull(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

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
