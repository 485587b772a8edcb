using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Drafting.Shapes;

namespace NotifyReceiver.Documents.Drafting.Guessing;

/// <summary>The signs of each field, in the spellings of <see cref="Words"/>.</summary>
internal static class Signs
{
    private const string NoMeasure =
        "volume net gross temperature water height ullage capacity amount sales name date time count";
    private const string NoVolume =
        "water ullage temperature height capacity amount sales name date time count density";

    public static readonly Sign Tank = new(
        "TankNumber",
        "tank id,tank number,tank code,atg id,atg number,tank",
        NoMeasure
    );

    public static readonly Sign Product = new(
        "ProductCode",
        "product id,product code,product number,fuel id,fuel code,item code,item number,product,fuel type,fuel",
        $"{NoMeasure} location store site station"
    );

    public static readonly Sign Invoice = new(
        "InvoiceNumber",
        "invoice number,invoice id,invoice code,invoice,bol number,bol id,bol",
        "date time amount name type count volume net line item"
    );

    public static readonly Sign Supplier = new(
        "Comments",
        "supplier name,supplier",
        "number id code date time amount model"
    );

    public static readonly Sign Bol = new(
        "Comments",
        "bol number,bol id,bol",
        "date time amount name type count volume"
    );

    public static readonly Sign Location = new(
        "location",
        "location id,location number,location code,store id,site id,station id,store number,site number,station number,"
            + "location,store,site,station",
        "name address city state zip phone tank product date time type count amount volume"
    );

    /// <summary>A book that is counted where nobody has measured.</summary>
    public static readonly Sign Book = new("Volume", "book inventory,book volume,book", $"{NoVolume} net");

    private static readonly IReadOnlyList<Sign> Delivery =
    [
        Tank,
        Product,
        new("StartingVolume", "start volume,start gross", $"{NoVolume} net"),
        new("StartingVolumeTC", "start net", NoVolume),
        new("StartingWaterVolume", "start water", "height temperature"),
        new("StartingTemperature", "start temperature", "water"),
        new("EndingVolume", "end volume,end gross", $"{NoVolume} net"),
        new("EndingVolumeTC", "end net", NoVolume),
        new("EndingWaterVolume", "end water", "height temperature"),
        new("EndingTemperature", "end temperature", "water"),
        new("StartingFuelHeight", "start height", "water"),
        new("EndingFuelHeight", "end height", "water"),
        new("TotalVolume", "gross volume,gross,delivery volume,volume", $"{NoVolume} net start end"),
        new("TotalVolumeTC", "net volume,net", $"{NoVolume} start end"),
        new("DeliveryNotesData.RealTemperature", "temperature", "start end water reference"),
        new("DeliveryNotesData.Density", "density", ""),
    ];

    private static readonly IReadOnlyList<Sign> Inventory =
    [
        Tank,
        Product,
        new("Volume", "stick,gross volume,product volume,volume,gross,inventory", $"{NoVolume} net book start"),
        new("VolumeTC", "net volume,net", NoVolume),
        new("Ullage", "ullage", "date time"),
        new("WaterVolume", "water volume,water", "height temperature"),
        new("FuelHeight", "height", "water ullage"),
        new("Temperature", "temperature", "water"),
        new("WaterHeight", "water height", ""),
    ];

    /// <summary>Those of what stands in a row itself.</summary>
    public static IReadOnlyList<Sign> Of(RowKind kind) => kind == RowKind.Delivery ? Delivery : Inventory;
}
