using NotifyReceiver.Documents.Values;

namespace NotifyReceiver.Documents.Profiles.Reading;

/// <summary>Reads how a line is divided between tanks.</summary>
internal static class SplitReading
{
    private const string Product = "product";

    public static SplitRule? Read(JsonPlace place, Notation notation)
    {
        place.HasOnly("over", "by", "tank", "share");
        // With a tank and a share it is a selector, of elements that happen to be called so.
        var isOverProduct =
            place["over"].TextOfAnyKind() == Product && !place["tank"].IsThere && !place["share"].IsThere;
        return isOverProduct ? ReadOverProduct(place["by"]) : ReadOverParts(place, notation);
    }

    private static SplitRule.OverProduct? ReadOverProduct(JsonPlace by)
    {
        switch (by.Text())
        {
            case "capacity":
                return new SplitRule.OverProduct(ByCapacity: true);
            case "equal":
                return new SplitRule.OverProduct(ByCapacity: false);
            case null:
                return null;
            case var other:
                by.Mistake($"'{other}' is neither 'capacity' nor 'equal'");
                return null;
        }
    }

    private static SplitRule.OverParts? ReadOverParts(JsonPlace place, Notation notation)
    {
        if (place["by"].IsThere)
        {
            place["by"].Mistake("applies only over 'product'; parts have a 'share' each");
        }
        var over = SelectorReading.Read(place["over"]);
        var tank = SelectorReading.Read(place["tank"]);
        var share = SelectorReading.Read(place["share"]);
        return over is null || tank is null || share is null
            ? null
            : new SplitRule.OverParts(over, tank, share, notation);
    }
}
