namespace NotifyReceiver.Ationet.Rows;

/// <summary>
/// Every field that ATIONET takes, in the order of the wire. Sizes and conditions are the specification's (FMS, sections 3.1,
/// 3.2 and 4.1); order, and <c>EndingVolume</c>, which the specification forgot, are those of ATIONET's own SDK.
/// </summary>
internal static class FieldTable
{
    public const string DeliveryNotes = "DeliveryNotesData";
    public const string Gps = "GPSData";

    private const int TextSize = 50;
    private const int NumberSize = 10;
    private const int DateTimeSize = 19;
    private const int CommentsSize = 350;

    private static readonly IReadOnlyList<Field> Delivery =
    [
        Text("TankNumber", required: true),
        Text("ProductCode", required: true),
        DateTime("CreatedDateTime", required: true),
        DateTime("StartingDateTime"),
        DateTime("EndingDateTime"),
        Number("StartingVolume", FieldType.Volume),
        Number("StartingVolumeTC", FieldType.Volume),
        Number("StartingWaterVolume", FieldType.Volume),
        Number("StartingTemperature", FieldType.Temperature),
        Number("EndingVolume", FieldType.Volume),
        Number("EndingVolumeTC", FieldType.Volume),
        Number("EndingWaterVolume", FieldType.Volume),
        Number("EndingTemperature", FieldType.Temperature),
        Number("StartingFuelHeight", FieldType.Height),
        Number("EndingFuelHeight", FieldType.Height),
        Number("TotalVolume", FieldType.Volume, required: true),
        Number("TotalVolumeTC", FieldType.Volume),
        Text("InvoiceNumber"),
        new("Comments", FieldType.Text, CommentsSize),
        WhenSet(Text($"{DeliveryNotes}.InvoiceNumber")),
        WhenSet(Text($"{DeliveryNotes}.InvoiceItem")),
        WhenSet(DateTime($"{DeliveryNotes}.InvoiceDate")),
        WhenSet(Number($"{DeliveryNotes}.PhysicalAmountRemitted", FieldType.Volume)),
        WhenSet(Number($"{DeliveryNotes}.CompensatedAmountRemitted", FieldType.Volume)),
        WhenSet(Number($"{DeliveryNotes}.RealTemperature", FieldType.Temperature)),
        WhenSet(Number($"{DeliveryNotes}.ReferenceTemperature", FieldType.Temperature)),
        WhenSet(Number($"{DeliveryNotes}.Density", FieldType.Number)),
        WhenSet(Number($"{Gps}.LatitudeStart", FieldType.Coordinate)),
        WhenSet(Number($"{Gps}.LongitudeStart", FieldType.Coordinate)),
        WhenSet(Number($"{Gps}.AltitudeStart", FieldType.Coordinate)),
        WhenSet(DateTime($"{Gps}.StartingGPSDate")),
        WhenSet(Number($"{Gps}.LatitudeEnd", FieldType.Coordinate)),
        WhenSet(Number($"{Gps}.LongitudeEnd", FieldType.Coordinate)),
        WhenSet(Number($"{Gps}.AltitudeEnd", FieldType.Coordinate)),
        WhenSet(DateTime($"{Gps}.EndingGPSDate")),
    ];

    private static readonly IReadOnlyList<Field> Inventory =
    [
        Text("TankNumber", required: true),
        Text("ProductCode", required: true),
        DateTime("DateTime", required: true),
        Number("Volume", FieldType.Volume),
        Number("VolumeTC", FieldType.Volume),
        Number("Ullage", FieldType.Volume),
        Number("WaterVolume", FieldType.Volume),
        Number("FuelHeight", FieldType.Height),
        Number("Temperature", FieldType.Temperature),
        Number("WaterHeight", FieldType.Height),
        WhenSet(Number("Latitude", FieldType.Coordinate)),
        WhenSet(Number("Longitude", FieldType.Coordinate)),
        WhenSet(Number("Altitude", FieldType.Coordinate)),
        WhenSet(DateTime("Date")),
    ];

    public static IReadOnlyList<Field> Of(RowKind kind) => kind == RowKind.Delivery ? Delivery : Inventory;

    private static Field Text(string name, bool required = false) => new(name, FieldType.Text, TextSize, required);

    private static Field DateTime(string name, bool required = false) =>
        new(name, FieldType.DateTime, DateTimeSize, required);

    private static Field Number(string name, FieldType type, bool required = false) =>
        new(name, type, NumberSize, required);

    private static Field WhenSet(Field field) => field with { AlwaysSent = false };
}
