using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Mapping.Tanks;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Selecting;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>Makes the rows of one element, one unless its volumes are divided between tanks, and notes what was done.</summary>
internal sealed class RowMapping(Place place, RowRule rule, Site site, string name)
{
    private const string ProductCode = "ProductCode";

    private readonly IReadOnlyList<Field> _fields = FieldTable.Of(rule.Kind);

    public IEnumerable<MappedRow> Map()
    {
        var productName = rule.Fields.GetValueOrDefault(ProductCode)?.Find(place);
        var product = Product(productName);
        var (shares, tank) = new TankChoice(place, rule, site).Choose(productName?.Text);
        var others = _fields
            .Where(field => field.Name is not (TankChoice.Field or ProductCode) && rule.Fields.ContainsKey(field.Name))
            .Select(field => FieldConversion.Convert(field, rule.Fields[field.Name].Find(place), site))
            .ToList();
        return shares.Count == 0
            ? [Finish([tank, product, .. others], tank: null)]
            : shares.Select(share => Finish(FieldsOf(share, tank, product, others), share.Tank));
    }

    private MappedField Product(Found? found)
    {
        if (found is null)
        {
            return new MappedField(ProductCode);
        }
        var mapped = new MappedField(ProductCode, found.Source, found.Raw, found.How, Problem: found.Problem);
        if (found.Text is not { } wanted)
        {
            return mapped;
        }
        return site.ProductNamed(wanted) is { } product
            ? mapped with
            {
                Value = product.Code,
                How = Added(found.How, "the site's code"),
            }
            : mapped with
            {
                Problem = $"product '{wanted}' is not among the products of site {site.Location} (Sites:File)",
            };
    }

    private List<MappedField> FieldsOf(
        TankShare share,
        MappedField tank,
        MappedField product,
        IReadOnlyList<MappedField> others
    )
    {
        var its = tank with
        {
            Raw = tank.Raw ?? share.Tank.Id,
            How = Added(tank.How, "the site's number"),
            Value = share.Tank.Number,
        };
        return [its, Held(product, share.Tank), .. others.Select(other => PartOf(other, share))];
    }

    private MappedField Held(MappedField product, Tank tank) =>
        product.Value is not null && tank.Product is { } holds && site.CodeHeldBy(tank) != product.Value
            ? product with
            {
                Problem =
                    $"the document says '{product.Raw ?? product.Source}', but tank '{tank.Id}' of site {site.Location} holds '{holds}'",
            }
            : product;

    private MappedField PartOf(MappedField whole, TankShare share)
    {
        var isDivided =
            share is not { From: 0, To: 1 } && whole.Value is not null && TypeOf(whole.Field) == FieldType.Volume;
        return isDivided
            ? whole with
            {
                Value = share.Of(whole.Value!),
                How = Added(whole.How, $"tank {share.Tank.Id}'s part of {whole.Value}"),
            }
            : whole;
    }

    private FieldType? TypeOf(string name) => _fields.FirstOrDefault(field => field.Name == name)?.Type;

    private MappedRow Finish(IReadOnlyList<MappedField> mapped, Tank? tank)
    {
        var fields = mapped.ToList();
        var (ullage, note) = fields.Exists(field => field.Problem is not null)
            ? (null, null)
            : Ullage.Of(RowOf(fields), tank, site);
        if (ullage is not null)
        {
            fields.RemoveAll(field => field.Field == Ullage.Field);
            fields.Add(ullage);
        }
        foreach (var mistake in RowCheck.Mistakes(RowOf(fields)))
        {
            Tell(fields, mistake);
        }
        return new MappedRow(name, RowOf(fields), fields, note is null ? [] : [note]);
    }

    private Row RowOf(IEnumerable<MappedField> fields) =>
        new(
            rule.Kind,
            fields
                .Where(field => field.Value is not null)
                .ToDictionary(field => field.Field, field => field.Value!, StringComparer.Ordinal)
        );

    // A field that has a problem already has no value, and so a mistake that says less.
    private static void Tell(List<MappedField> fields, string mistake)
    {
        var colon = mistake.IndexOf(':', StringComparison.Ordinal);
        var (name, problem) = (mistake[..colon], mistake[(colon + 2)..]);
        var at = fields.FindIndex(field => field.Field == name);
        if (at < 0)
        {
            fields.Add(new MappedField(name, Problem: problem));
        }
        else if (fields[at].Problem is null)
        {
            fields[at] = fields[at] with { Problem = problem };
        }
    }

    private static string Added(string? how, string more) => how is null ? more : $"{how}, {more}";
}
