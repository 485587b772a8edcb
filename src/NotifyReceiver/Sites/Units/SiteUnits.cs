namespace NotifyReceiver.Sites.Units;

/// <summary>The conversion of each quantity from the unit that Petrosoft's documents carry to the one ATIONET's site is set to.</summary>
internal sealed record SiteUnits(UnitConversion Volume, UnitConversion Temperature, UnitConversion Height)
{
    public static readonly SiteUnits Unconverted = new(UnitConversion.None, UnitConversion.None, UnitConversion.None);
}
