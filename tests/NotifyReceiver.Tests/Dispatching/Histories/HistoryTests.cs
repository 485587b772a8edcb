using System.Globalization;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Dispatching.Histories;

/// <summary>
/// Thousands of random histories: no delivery twice, none missing once the weather clears, the order of each terminal kept, nothing
/// stuck, everything visible. NOTIFY_RECEIVER_HISTORIES says how many, NOTIFY_RECEIVER_SEED tells one again that failed.
/// </summary>
public sealed class HistoryTests
{
    private const int Histories = 250;

    /// <summary>They are told in parts, so that a failure is found soon and both cores are busy.</summary>
    public static TheoryData<int> Parts => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Whatever_happens_the_books_are_right_in_the_end(int part)
    {
        var one = Number("NOTIFY_RECEIVER_SEED");
        var count = one is null ? Number("NOTIFY_RECEIVER_HISTORIES") / 8 ?? Histories : 1;
        await using var world = await SendingWorld.CreateAsync();
        for (var number = 0; number < count; number++)
        {
            var seed = one ?? (part * 1_000_000) + number;
            await using var history = new History(world, seed, $"{number:x6}");
            try
            {
                await history.LiveAsync();
            }
#pragma warning disable CA1031 // Whatever it is, the seed that tells it again goes with it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Assert.Fail($"NOTIFY_RECEIVER_SEED={seed}\n{history.Story}\n{failure}");
            }
            world.Ationet.Reset();
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
