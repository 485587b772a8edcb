using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace NotifyReceiver.Operations;

/// <summary>One line an event: time in UTC, level, room, what happened. The framework itself only speaks up when something is wrong.</summary>
internal static class ConsoleLogging
{
    public static ILoggingBuilder AddReceiverConsole(this ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        // It only ever tells that a request begins and ends, and makes an activity and a scope for each.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.AddConsole(console => console.FormatterName = Formatter.Named);
        return logging.AddConsoleFormatter<Formatter, ConsoleFormatterOptions>();
    }

    private sealed class Formatter(TimeProvider clock) : ConsoleFormatter(Named)
    {
        public const string Named = "receiver";

        private const string OwnRooms = "NotifyReceiver.";
        private const int HostStartFailed = 11;

        public override void Write<TState>(
            in LogEntry<TState> logEntry,
            IExternalScopeProvider? scopeProvider,
            TextWriter textWriter
        )
        {
            if (IsToldOnStandardError(logEntry.Category, logEntry.EventId))
            {
                return;
            }
            var time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
            textWriter.WriteLine($"{time} {Word(logEntry.LogLevel)} {Room(logEntry.Category)}: {message}");
            if (logEntry.Exception is not null)
            {
                textWriter.WriteLine(logEntry.Exception);
            }
        }

        // A start that fails is one readable line of the command's own, not a stack trace.
        private static bool IsToldOnStandardError(string category, EventId happened) =>
            category == "Microsoft.Extensions.Hosting.Internal.Host" && happened.Id == HostStartFailed;

        private static string Room(string category) =>
            category.StartsWith(OwnRooms, StringComparison.Ordinal)
                ? category[OwnRooms.Length..].Split('.')[0]
                : category;

        private static string Word(LogLevel level) =>
            level switch
            {
                LogLevel.Information => "info",
                LogLevel.Warning => "warn",
                LogLevel.Error => "fail",
                LogLevel.Critical => "crit",
                _ => "debug",
            };
    }
}
