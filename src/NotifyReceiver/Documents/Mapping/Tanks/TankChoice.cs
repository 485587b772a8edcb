using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Selecting;
using NotifyReceiver.Documents.Values;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Documents.Mapping.Tanks;

/// <summary>Which tank, or which share of which tanks, a line of a document is about.</summary>
internal sealed class TankChoice(Place place, RowRule rule, Site site)
{
    public const string Field = "TankNumber";

    /// <summary>The shares, and the field as far as it is the same for all of them: its problem, or where the tank stands.</summary>
    public (IReadOnlyList<TankShare> Shares, MappedField Field) Choose(string? productName) =>
        rule.Split switch
        {
            SplitRule.OverProduct split => Checked(OverProduct(split, productName), "all tanks of the product"),
            SplitRule.OverParts split => Checked(OverParts(split), split.Over.XPath),
            _ when rule.Fields.TryGetValue(Field, out var field) => Named(field),
            _ => OnlyTankOf(productName),
        };

    private (IReadOnlyList<TankShare>, MappedField) Named(FieldRule field)
    {
        var found = field.Find(place);
        var mapped = new MappedField(Field, found.Source, found.Raw, found.How, Problem: found.Problem);
        if (found.Text is not { } id)
        {
            return ([], mapped);
        }
        return site.TankById(id) is { } tank
            ? ([TankShare.Whole(tank)], mapped)
            : ([], mapped with { Problem = Unknown(id) });
    }

    // A document that counts by product alone, as a shift report does, means the only tank that holds the product.
    private (IReadOnlyList<TankShare>, MappedField) OnlyTankOf(string? productName)
    {
        var mapped = new MappedField(Field, How: "the only tank of the product");
        if (productName is null || site.ProductNamed(productName) is null)
        {
            return ([], mapped);
        }
        var holding = site.TanksOf(productName);
        return holding.Count == 1
            ? ([TankShare.Whole(holding[0])], mapped)
            : (
                [],
                new MappedField(
                    Field,
                    Problem: $"the document names no tank, and {holding.Count} tanks of site {site.Location} hold '{productName}'"
                )
            );
    }

    private (IReadOnlyList<(Tank, decimal)> Weights, string? Problem) OverProduct(
        SplitRule.OverProduct split,
        string? productName
    )
    {
        if (productName is null || site.ProductNamed(productName) is null)
        {
            return ([], null);
        }
        var holding = site.TanksOf(productName);
        if (holding.Count == 0)
        {
            return ([], $"no tank of site {site.Location} holds '{productName}', so there is none to divide between");
        }
        return split.ByCapacity && holding.FirstOrDefault(tank => tank.Capacity is null) is { } unmeasured
            ? ([], $"tank '{unmeasured.Id}' of site {site.Location} has no capacity to divide by (Sites:File)")
            : ([.. holding.Select(tank => (tank, split.ByCapacity ? tank.Capacity!.Value : 1))], null);
    }

    private (IReadOnlyList<(Tank, decimal)> Weights, string? Problem) OverParts(SplitRule.OverParts split)
    {
        var weights = new List<(Tank, decimal)>();
        foreach (var part in split.Over.Elements(place))
        {
            var (id, share) = (split.Tank.Value(part), split.Share.Value(part));
            if ((id.Problem ?? share.Problem) is { } unclear)
            {
                return ([], unclear);
            }
            if (id.Text is null || site.TankById(id.Text) is not { } tank)
            {
                return ([], id.Text is null ? $"part {weights.Count + 1} names no tank" : Unknown(id.Text));
            }
            if (share.Text is null || NumberText.Read(share.Text, split.Notation) is not { } weight || weight < 0)
            {
                return ([], $"the share of tank '{tank.Id}' is '{share.Text}', and not a number from 0 upwards");
            }
            weights.Add((tank, weight));
        }
        return weights.Count == 0 ? ([], "there are no parts, so there is no tank to divide between") : (weights, null);
    }

    private static (IReadOnlyList<TankShare>, MappedField) Checked(
        (IReadOnlyList<(Tank Tank, decimal Weight)> Weights, string? Problem) found,
        string source
    )
    {
        var mapped = new MappedField(Field, source, Problem: found.Problem);
        if (found.Weights.Count > 0 && found.Weights.Sum(it => it.Weight) <= 0)
        {
            return ([], mapped with { Problem = "the shares add up to 0, so nothing can be divided by them" });
        }
        return found.Problem is null && found.Weights.Count > 0 ? (TankShare.Of(found.Weights), mapped) : ([], mapped);
    }

    private string Unknown(string id) => $"tank '{id}' is not among the tanks of site {site.Location} (Sites:File)";
}
