using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Ationet.Downloads;

/// <summary>
/// What goes to <c>/v1/interface</c> to be told what ATIONET has (Interface API, action codes 981 and 982): the rows of a
/// network between two times. Members and their order are those of ATIONET's own SDK.
/// </summary>
/// <param name="Kind">Deliveries or inventories.</param>
/// <param name="SubscriberCode">The network: the first three characters of its terminal codes.</param>
/// <param name="From">The first time of interest. By which of a row's times and whose clock ATIONET looks is not documented: ask for a day more.</param>
/// <param name="To">The last one.</param>
internal sealed record DownloadRequest(RowKind Kind, string SubscriberCode, DateTime From, DateTime To)
{
    public const string Path = "/v1/interface";

    private const string MessageFormatVersion = "1.3";

    /// <summary>The network that a terminal belongs to.</summary>
    public static string SubscriberOf(string terminalCode) =>
        terminalCode[..Math.Min(terminalCode.Length, DestinationOptions.NetworkLength)];

    /// <param name="systemModel">Our name, as agreed with ATIONET.</param>
    /// <param name="systemVersion">Our version, as agreed with ATIONET.</param>
    /// <returns>The body, ASCII alone.</returns>
    public string ToJson(string systemModel, string systemVersion) =>
        AsciiJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("SiteCode", "");
            writer.WriteString("MerchantContractCode", "");
            writer.WriteString("DateFrom", WireText.Of(From));
            writer.WriteString("DateTo", WireText.Of(To));
            writer.WriteString("ActionCode", Kind == RowKind.Delivery ? "981" : "982");
            writer.WriteString(nameof(SubscriberCode), SubscriberCode);
            writer.WriteNull("CompanyCode");
            writer.WriteString("MerchantCode", "");
            writer.WriteString("SystemModel", systemModel);
            writer.WriteString("SystemVersion", systemVersion);
            writer.WriteString(nameof(MessageFormatVersion), MessageFormatVersion);
            writer.WriteEndObject();
        });
}
