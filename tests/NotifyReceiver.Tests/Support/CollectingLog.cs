using Microsoft.Extensions.Logging;

namespace NotifyReceiver.Tests.Support;

/// <summary>A log whose lines a test reads.</summary>
internal sealed class CollectingLog<T> : ILogger<T>
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _lines.Add(formatter(state, exception));
}
