namespace NotifyReceiver.Petrosoft.Api.Tokens;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Debug, "Got an access token from {Host}")]
    public static partial void GotToken(this ILogger log, string host);

    [LoggerMessage(LogLevel.Information, "The refresh of the access token {What}; logging in instead")]
    public static partial void NotRefreshed(this ILogger log, string what);

    [LoggerMessage(LogLevel.Error, "Petrosoft: {Refusal}")]
    public static partial void AccountRefused(this ILogger log, string refusal);
}
