using System.Globalization;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Dispatching.Histories;

/// <summary>What all parts of a history share.</summary>
/// <param name="Prefix">Tells its terminals from those of other histories.</param>
/// <param name="CanLook">Whether there is a user who looks up what ATIONET has.</param>
internal sealed record Scene(SendingWorld World, Dice Dice, string Prefix, bool CanLook)
{
    private readonly List<string> _log = [];

    public IReadOnlyList<string> Terminals { get; } = [$"ABC{Prefix}-1", $"ABC{Prefix}-2", $"XYZ{Prefix}-1"];

    public HistoryOutbox Outbox => new(World.Database, Terminals);

    public DateTimeOffset Now => World.Clock.GetUtcNow();

    /// <summary>All that happened, for who reads a failure.</summary>
    public string Story => string.Join('\n', _log);

    public string States => string.Join(" ", Outbox.All().Select(it => $"{it.Id}:{it.State}"));

    public void Log(string what) => _log.Add($"{Now.ToString("dd HH:mm:ss", CultureInfo.InvariantCulture)} {what}");
}
