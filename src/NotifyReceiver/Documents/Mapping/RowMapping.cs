using System.Xml.Linq;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>Fills the fields of one row, and notes what could not be filled.</summary>
internal sealed class RowMapping(XElement element, RowRule rule, Site site)
{
    private const string TankNumber = "TankNumber";
    private const string ProductCode = "ProductCode";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Mistakes => _mistakes;

    public Row Map()
    {
        MapTankAndProduct();
        foreach (var field in FieldTable.Of(rule.Kind).Where(field => field.Name is not (TankNumber or ProductCode)))
        {
            if (RawOf(field.Name) is not { } raw)
            {
                continue;
            }
            var (value, problem) = FieldConversion.Convert(field, raw, site);
            if (problem is not null)
            {
                _mistakes.Add($"{field.Name}: {problem} (from {rule.Fields[field.Name].Source})");
            }
            else
            {
                _values[field.Name] = value!;
            }
        }
        return new Row(rule.Kind, _values);
    }

    private string? RawOf(string field)
    {
        if (!rule.Fields.TryGetValue(field, out var source))
        {
            return null;
        }
        var found = source.Raw(element);
        if (found.Problem is not null)
        {
            _mistakes.Add($"{field}: {found.Problem} (from {source.Source})");
        }
        return found.Text;
    }

    private void MapTankAndProduct()
    {
        var productId = RawOf(ProductCode);
        var product = productId is null ? null : site.ProductNamed(productId);
        if (productId is not null && product is null)
        {
            _mistakes.Add(
                $"{ProductCode}: product '{productId}' is not among the products of site {site.Location} (Sites:File)"
            );
        }
        if (product is not null)
        {
            _values[ProductCode] = product.Code;
        }
        if (TankOf(productId, product) is not { } tank)
        {
            return;
        }
        _values[TankNumber] = tank.Number;
        if (product is not null && tank.Product is { } holds && site.CodeHeldBy(tank) != product.Code)
        {
            _mistakes.Add(
                $"{ProductCode}: the document says '{productId}', but tank '{tank.Id}' of site {site.Location} holds '{holds}'"
            );
        }
    }

    // A document that counts by product alone, as a shift report does, means the only tank that holds the product.
    private Tank? TankOf(string? productId, Product? product)
    {
        if (rule.Fields.ContainsKey(TankNumber))
        {
            // What is missing, the check of the whole row tells.
            return RawOf(TankNumber) is { } id ? NamedTank(id) : null;
        }
        if (product is null)
        {
            return null;
        }
        var holding = site.TanksOf(productId!);
        if (holding.Count == 1)
        {
            return holding[0];
        }
        _mistakes.Add(
            $"{TankNumber}: the document names no tank, and {holding.Count} tanks of site {site.Location} hold '{productId}'"
        );
        return null;
    }

    private Tank? NamedTank(string id)
    {
        var tank = site.TankById(id);
        if (tank is null)
        {
            _mistakes.Add($"{TankNumber}: tank '{id}' is not among the tanks of site {site.Location} (Sites:File)");
        }
        return tank;
    }
}
