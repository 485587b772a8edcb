using System.Text.RegularExpressions;
using System.Xml;

namespace NotifyReceiver.Documents.Drafting.Shapes;

/// <summary>
/// The words in a name, each in one spelling: <c>GrossVol</c>, <c>gross_volume</c> and <c>GROSSVOLUME</c> alike are gross and volume.
/// </summary>
internal static partial class Words
{
    private const int LongestTakenApart = 40;

    // The first of each line stands for all of it.
    private const string Spellings = """
        address
        amount amt cost price charge
        at
        atg probe gauge
        bol lading
        book
        business
        capacity max
        code key
        city
        count
        data
        date day
        delivery deliver delivered drop dropped offload unload unloaded received
        density gravity api
        detail
        end ending ended after close closing finish finished
        fuel
        gross gov
        header
        height level depth inch inches dip
        id identifier ident
        inventory onhand stock balance
        invoice inv
        issue issued due printed print order ordered
        item sku
        load loaded lift lifted ship shipped
        line
        list
        location loc
        model
        movement
        name description desc
        net tc ntc gsv nsv corrected compensated standardized
        number no num nbr nr
        phone
        product prod grade
        reading read measured measurement taken
        record
        reference
        report
        sales sale sold
        site
        start starting started begin beginning before open opening
        state
        station
        stick
        store shop
        summary
        supplier vendor carrier
        tank tnk
        temperature temp tmp
        time timestamp
        total
        type kind
        ullage
        volume vol qty quantity gallon gal litre liter ltr
        value
        water
        zip
        """;

    private static readonly Dictionary<string, string> Known = Spellings
        .Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .SelectMany(line => line.Select(word => (Word: word, Meant: line[0])))
        .ToDictionary(it => it.Word, it => it.Meant, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlySet<string> In(string name) =>
        Runs()
            .Matches(XmlConvert.DecodeName(name) ?? "")
            .SelectMany(run => Spelt(run.Value))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Spelt(string run) => Meant(run) is { } word ? [word] : TakenApart(run) ?? [run];

    private static string? Meant(string run) =>
        Known.GetValueOrDefault(run)
        ?? Known.GetValueOrDefault(Ending(run, "ies", "y"))
        ?? Known.GetValueOrDefault(Ending(run, "s", ""));

    private static string Ending(string run, string plural, string singular) =>
        run.EndsWith(plural, StringComparison.OrdinalIgnoreCase) ? run[..^plural.Length] + singular : run;

    // TANKID, invoicenumber: only where every piece is a word that is known.
    private static IReadOnlyList<string>? TakenApart(string run)
    {
        if (run.Length is 0 or > LongestTakenApart)
        {
            return run.Length == 0 ? [] : null;
        }
        for (var length = run.Length; length > 1; length--)
        {
            if (Meant(run[..length]) is { } word && TakenApart(run[length..]) is { } rest)
            {
                return [word, .. rest];
            }
        }
        return null;
    }

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Runs();
}
