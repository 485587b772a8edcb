using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Values;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Documents.Profiles.Reading;

/// <summary>Reads the rule of one kind of row.</summary>
internal static class RowReading
{
    private const string TankNumber = "TankNumber";

    public static RowRule? Read(JsonPlace place, Notation notation)
    {
        place.HasOnly("yields", "select", "skipWhen", "split", "fields");
        var kind = ReadKind(place["yields"]);
        var select = SelectorReading.Read(place["select"]);
        var skipWhen = SelectorReading.ReadAll(place["skipWhen"]);
        var split = place["split"].IsThere ? SplitReading.Read(place["split"], notation) : null;
        var fields = ReadFields(place["fields"], kind, notation);
        if (split is not null && fields.ContainsKey(TankNumber))
        {
            place["fields"][TankNumber].Mistake("the split tells the tanks; leave out one of the two");
        }
        return kind is null || select is null ? null : new RowRule(kind.Value, select, skipWhen, split, fields);
    }

    private static RowKind? ReadKind(JsonPlace place)
    {
        switch (place.Text())
        {
            case "deliveries":
                return RowKind.Delivery;
            case "inventories":
                return RowKind.Inventory;
            case null:
                return null;
            case var other:
                place.Mistake($"'{other}' is neither 'deliveries' nor 'inventories'");
                return null;
        }
    }

    private static Dictionary<string, FieldRule> ReadFields(JsonPlace place, RowKind? kind, Notation notation)
    {
        var rules = new Dictionary<string, FieldRule>(StringComparer.Ordinal);
        foreach (var (name, value) in place.Members())
        {
            var fields = kind is null ? [] : FieldTable.Of(kind.Value);
            var field = fields.FirstOrDefault(field => field.Name == name);
            if (kind is not null && field is null)
            {
                var suggestion = NearestName.Suggest(name, fields.Select(known => known.Name));
                value.Mistake($"ATIONET has no such field for this kind of row{suggestion}");
            }
            if (new FieldReading(field?.Type ?? FieldType.Text).Read(value, notation) is { } rule)
            {
                rules[name] = rule;
            }
        }
        return rules;
    }
}
