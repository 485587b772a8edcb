using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Drafting.Shapes;
using NotifyReceiver.Documents.Profiles.Selecting;

namespace NotifyReceiver.Documents.Drafting.Guessing;

/// <summary>Where each field of a row stands, as far as names and values tell it.</summary>
internal sealed class FieldGuess
{
    private readonly Dictionary<string, string> _rules = new(StringComparer.Ordinal);
    private readonly List<RowLeaf> _inside;
    private readonly List<RowLeaf> _all;
    private readonly RowKind _kind;

    private FieldGuess(RowGuess row)
    {
        _kind = row.Kind;
        _inside = [.. RowLeaf.Inside(row.Row).Where(IsSelectable)];
        _all = [.. _inside, .. RowLeaf.Around(row.Row).Where(IsSelectable)];
        AddMeasures(row.Row);
        AddMoment();
        if (_kind == RowKind.Delivery)
        {
            AddPapers();
        }
    }

    /// <summary>Rules as they stand in a profile, by the field's name, in the order of the wire.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(RowGuess row)
    {
        var rules = new FieldGuess(row)._rules;
        return
        [
            .. FieldTable
                .Of(row.Kind)
                .Where(field => rules.ContainsKey(field.Name))
                .Select(field => KeyValuePair.Create(field.Name, rules[field.Name])),
        ];
    }

    // What XML allows as a name, XPath might not.
    private static bool IsSelectable(RowLeaf leaf) => Selector.Parse(leaf.Selector).Problem is null;

    private void AddMeasures(Spot row)
    {
        var measures = MeasureGuess.Of(_kind, _inside);
        foreach (var (field, leaf) in measures)
        {
            _rules[field] = RuleText.Selector(leaf.Selector);
        }
        var ofTheRow = _all.Where(leaf => !leaf.IsInside && row.Ancestors.Contains(leaf.Spot.Parent)).ToList();
        foreach (var sign in new[] { Signs.Tank, Signs.Product }.Where(sign => !_rules.ContainsKey(sign.Field)))
        {
            if (MeasureGuess.Surest(sign, ofTheRow) is { } leaf)
            {
                _rules[sign.Field] = RuleText.Selector(leaf.Selector);
            }
        }
        if (_kind == RowKind.Inventory && MeasureGuess.Surest(Signs.Book, _inside) is { MayBeNumber: true } book)
        {
            var counted = RuleText.Selector(book.Selector);
            _rules["Volume"] = _rules.TryGetValue("Volume", out var measured)
                ? RuleText.FirstOf(measured, counted)
                : counted;
        }
    }

    private void AddMoment()
    {
        var moments = MomentGuess.All(_kind, _all);
        if (moments.Count == 0)
        {
            return;
        }
        var invoice = OfInvoice(moments);
        var field = _kind == RowKind.Delivery ? "CreatedDateTime" : "DateTime";
        _rules[field] =
            invoice is null || invoice == moments[0] || _kind == RowKind.Inventory
                ? moments[0].Rule
                : RuleText.FirstOf(moments[0].Rule, invoice.Rule);
        if (invoice is not null && _kind == RowKind.Delivery)
        {
            _rules["DeliveryNotesData.InvoiceDate"] = invoice.Rule;
        }
    }

    private static MomentGuess? OfInvoice(IReadOnlyList<MomentGuess> moments) =>
        moments.FirstOrDefault(moment =>
            moment.Date.Words.Contains("invoice") && !moment.Date.Words.Overlaps(["issue", "delivery"])
        );

    private void AddPapers()
    {
        var invoice = MeasureGuess.Surest(Signs.Invoice, _all);
        if (invoice is not null)
        {
            _rules["InvoiceNumber"] = RuleText.Selector(invoice.Selector);
        }
        if (invoice?.Words.Contains("invoice") == true)
        {
            _rules["DeliveryNotesData.InvoiceNumber"] = RuleText.Selector(invoice.Selector);
        }
        var bol = MeasureGuess.Surest(Signs.Bol, _all.Where(leaf => leaf != invoice));
        IReadOnlyList<RowLeaf> remarks =
        [
            .. new[] { MeasureGuess.Surest(Signs.Supplier, _all), bol }.OfType<RowLeaf>(),
        ];
        if (remarks.Count > 0)
        {
            _rules["Comments"] =
                remarks.Count == 1
                    ? RuleText.Selector(remarks[0].Selector)
                    : RuleText.Joined(remarks.Select(leaf => leaf.Selector), ", ");
        }
    }
}
