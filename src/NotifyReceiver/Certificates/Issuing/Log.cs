namespace NotifyReceiver.Certificates.Issuing;

internal static partial class Log
{
    [LoggerMessage(
        LogLevel.Warning,
        "The record {Record} stays in the zone, remove it by hand: the hook could not: {Problem}"
    )]
    public static partial void RecordLeft(this ILogger log, string record, string problem);

    [LoggerMessage(LogLevel.Information, "Ordering a certificate for {Names} from {Ca}")]
    public static partial void Ordering(this ILogger log, string names, string ca);

    [LoggerMessage(LogLevel.Information, "Going on with the order {Order} for {Names}")]
    public static partial void GoingOn(this ILogger log, Uri order, string names);

    [LoggerMessage(LogLevel.Warning, "The order {Order} is given up: {Reason}")]
    public static partial void GivenUp(this ILogger log, Uri order, string reason);

    [LoggerMessage(
        LogLevel.Warning,
        "{Ca} does not accept that the order replaces the certificate in use; ordering without: {Problem}"
    )]
    public static partial void ReplacesRefused(this ILogger log, string ca, string problem);

    [LoggerMessage(
        LogLevel.Warning,
        "{Ca} offers no profile '{Profile}' ({Section}:Profile), only {Profiles}; ordering without"
    )]
    public static partial void ProfileUnknown(
        this ILogger log,
        string ca,
        string profile,
        string section,
        string profiles
    );

    [LoggerMessage(
        LogLevel.Warning,
        "{Ca} offers no chain that ends at '{Issuer}' ({Section}:PreferredChain), only at {Issuers}; taking its own choice"
    )]
    public static partial void ChainUnknown(this ILogger log, string ca, string issuer, string section, string issuers);

    [LoggerMessage(LogLevel.Warning, "{Ca} does not know our account any more; registering it again with the same key")]
    public static partial void AccountForgotten(this ILogger log, string ca);

    [LoggerMessage(
        LogLevel.Warning,
        "{Ca} does not take the contacts of Acme:Contacts, and keeps those before: {Problem}"
    )]
    public static partial void ContactsRefused(this ILogger log, string ca, string problem);
}
