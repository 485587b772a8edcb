namespace NotifyReceiver.Sites.Units;

/// <summary>
/// From one unit to another, in exact decimal arithmetic. A unit is told by its size and its zero in the base unit of its
/// quantity: litre, degree Celsius, millimetre.
/// </summary>
internal sealed record UnitConversion(Unit From, Unit To)
{
    private static readonly Unit AsIs = new("as it is", 1, 1, 0);

    public static readonly UnitConversion None = new(AsIs, AsIs);

    /// <summary>In words; null when nothing is converted.</summary>
    public string? Said => From == To ? null : $"{From.Name} → {To.Name}";

    /// <summary>Divides last, so that a conversion there and back gives the value it began with.</summary>
    public decimal Convert(decimal value) =>
        From == To
            ? value
            : (value - From.Zero) * From.Numerator * To.Denominator / (From.Denominator * To.Numerator) + To.Zero;
}
