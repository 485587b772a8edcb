namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>When a test gives up. Generous, because only what hangs ever gets there: no test measures time.</summary>
internal static class Deadline
{
    /// <summary>Milliseconds, for <c>[Fact(Timeout = …)]</c>.</summary>
    public const int OfTest = 120_000;

    /// <summary>Milliseconds, for a test that the environment may ask to go on for hours.</summary>
    public const int OfLongForm = 8 * 3600 * 1000;

    /// <summary>Milliseconds, for a test that scans the service from outside.</summary>
    public const int OfScans = 600_000;

    /// <summary>A scan by itself: most of a minute where nothing else runs.</summary>
    public static readonly TimeSpan OfScan = TimeSpan.FromMinutes(8);

    public static readonly TimeSpan OfWait = TimeSpan.FromSeconds(30);

    /// <summary>For a thousand of them.</summary>
    public static readonly TimeSpan OfMany = TimeSpan.FromSeconds(60);

    /// <summary>The program may take 30 seconds of its own to finish what is under way.</summary>
    public static readonly TimeSpan OfExit = TimeSpan.FromSeconds(45);
}
