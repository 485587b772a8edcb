namespace NotifyReceiver.Sites.Units;

/// <summary>One of this unit is <paramref name="Numerator"/> / <paramref name="Denominator"/> of the base unit; its scale shows
/// <paramref name="Zero"/> where the base unit's shows 0.</summary>
internal sealed record Unit(string Name, decimal Numerator, decimal Denominator, decimal Zero)
{
    /// <summary>
    /// In litres. The US gallon is 231 cubic inches of 25.4 mm: 3.785411784 l exactly (NIST Handbook 44, appendix C); the
    /// imperial gallon 4.54609 l exactly (Weights and Measures Act 1985, schedule 1); a litre is 1/1000 m³ (BIPM, SI brochure,
    /// table 8).
    /// </summary>
    public static readonly IReadOnlyDictionary<string, Unit> OfVolume = Named(
        new("l", 1, 1, 0),
        new("usgal", 3.785411784m, 1, 0),
        new("ukgal", 4.54609m, 1, 0),
        new("m3", 1000, 1, 0)
    );

    /// <summary>In degrees Celsius. A degree Fahrenheit is 5/9 of one, and 32 °F is 0 °C (NIST SP 811, appendix B.8).</summary>
    public static readonly IReadOnlyDictionary<string, Unit> OfTemperature = Named(
        new("C", 1, 1, 0),
        new("F", 5, 9, 32)
    );

    /// <summary>In millimetres. An inch is 25.4 mm exactly (NIST SP 811, appendix B.8).</summary>
    public static readonly IReadOnlyDictionary<string, Unit> OfHeight = Named(
        new("mm", 1, 1, 0),
        new("in", 25.4m, 1, 0)
    );

    private static Dictionary<string, Unit> Named(params Unit[] units) =>
        units.ToDictionary(unit => unit.Name, StringComparer.OrdinalIgnoreCase);
}
