namespace NotifyReceiver.Ationet.Rows;

/// <summary>What a field holds, which decides how it is converted, rounded, checked and written.</summary>
internal enum FieldType
{
    /// <summary>"A/N" in the specification.</summary>
    Text,

    /// <summary>The site's wall clock, <c>yyyy/MM/dd HH:mm:ss</c>, 24 hours.</summary>
    DateTime,

    /// <summary>"N", in the site's volume unit, three decimals.</summary>
    Volume,

    /// <summary>"N", in the site's temperature unit, two decimals.</summary>
    Temperature,

    /// <summary>"N", in the site's unit of length, two decimals.</summary>
    Height,

    /// <summary>"N" without a unit that a site chooses, such as a density; two decimals.</summary>
    Number,

    /// <summary>"N", degrees or metres of a location; as many decimals as fit.</summary>
    Coordinate,
}
