namespace NotifyReceiver.Certificates.Serving;

internal static partial class Log
{
    [LoggerMessage(
        LogLevel.Information,
        "Serving {Names} ({Source}: {From}), valid until {NotAfter:yyyy-MM-dd HH:mm:ss'Z'}, SHA-256 {Sha256}"
    )]
    public static partial void Serves(
        this ILogger log,
        string names,
        string source,
        string from,
        DateTimeOffset notAfter,
        string sha256
    );

    [LoggerMessage(LogLevel.Warning, "The certificate of {From}: {Warning}")]
    public static partial void Warns(this ILogger log, string from, string warning);

    [LoggerMessage(LogLevel.Error, "The kept certificate in {Directory} cannot be used: {Problem}")]
    public static partial void GenerationUnusable(this ILogger log, string directory, string problem);

    [LoggerMessage(
        LogLevel.Error,
        "A look at the certificates failed; what is served goes on, and the next look comes"
    )]
    public static partial void LookFailed(this ILogger log, Exception fault);

    [LoggerMessage("The certificate for {Names} ({From}) {Words}, and nothing has replaced it yet")]
    public static partial void NearsItsEnd(this ILogger log, LogLevel level, string names, string from, string words);

    [LoggerMessage(LogLevel.Information, "Looked at the certificates upon SIGHUP")]
    public static partial void LookedUponSignal(this ILogger log);
}
