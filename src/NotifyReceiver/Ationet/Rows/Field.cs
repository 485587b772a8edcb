namespace NotifyReceiver.Ationet.Rows;

/// <summary>A field of a row, as the tables of ATIONET's FMS specification (sections 3.1, 3.2, 4.1) give it.</summary>
/// <param name="Name">Its member name; of a nested object's member <c>Object.Member</c>.</param>
/// <param name="Size">The most characters that it may have on the wire, a number's point and sign included.</param>
/// <param name="AlwaysSent">Sent as <c>null</c> when it has no value, as ATIONET's own SDK does; otherwise left out.</param>
internal sealed record Field(string Name, FieldType Type, int Size, bool Required = false, bool AlwaysSent = true)
{
    public bool IsNumber =>
        Type
            is FieldType.Volume
                or FieldType.Temperature
                or FieldType.Height
                or FieldType.Number
                or FieldType.Coordinate;

    /// <summary>The object that it is nested in; null when it stands in the row itself.</summary>
    public string? Parent => Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? Name[..dot] : null;

    public string Member => Name[(Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
