namespace NotifyReceiver.Sites.Units;

/// <summary>Reads the units of one site, and adds what is wrong with them to the mistakes.</summary>
internal sealed class UnitsReader(List<string> mistakes)
{
    public SiteUnits Read(SitesFile.UnitsEntry? entry, string at) =>
        entry is null
            ? SiteUnits.Unconverted
            : new SiteUnits(
                ReadConversion(entry.Volume, Unit.OfVolume, $"{at}.volume"),
                ReadConversion(entry.Temperature, Unit.OfTemperature, $"{at}.temperature"),
                ReadConversion(entry.Height, Unit.OfHeight, $"{at}.height")
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
        var from = ReadUnit(entry.From, units, $"{at}.from");
        var to = ReadUnit(entry.To, units, $"{at}.to");
        return from is null || to is null ? UnitConversion.None : new UnitConversion(from, to);
    }

    private Unit? ReadUnit(string? name, IReadOnlyDictionary<string, Unit> units, string at)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            mistakes.Add($"{at}: is required");
            return null;
        }
        if (!units.TryGetValue(name.Trim(), out var unit))
        {
            mistakes.Add($"{at}: '{name.Trim()}' is not one of {string.Join(", ", units.Keys)}");
        }
        return unit;
    }
}
