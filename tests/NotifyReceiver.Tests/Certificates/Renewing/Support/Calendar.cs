using NotifyReceiver.Certificates.Renewing;
using NotifyReceiver.Tests.Certificates.Issuing.Support;

namespace NotifyReceiver.Tests.Certificates.Renewing.Support;

/// <summary>Lets time pass for one process, as its worker would look at it.</summary>
internal static class Calendar
{
    /// <summary>Looks at each step, for so long.</summary>
    public static async Task PassAsync(
        SimulatedCas world,
        Workbench process,
        TimeSpan length,
        TimeSpan step,
        Action<RenewalStatus>? each = null
    )
    {
        var end = world.Clock.GetUtcNow() + length;
        while (world.Clock.GetUtcNow() < end)
        {
            world.Clock.Advance(step);
            var status = await process.Renewal.TickAsync(process.Names, default);
            each?.Invoke(status);
        }
    }

    /// <summary>Jumps from one attempt to the next, until then.</summary>
    /// <returns>When each attempt was.</returns>
    public static async Task<IReadOnlyList<DateTimeOffset>> AttemptsUntilAsync(
        SimulatedCas world,
        Workbench process,
        DateTimeOffset until
    )
    {
        var attempts = new List<DateTimeOffset>();
        while (process.Reading.Of(process.Names).Status.Next is { } next && next < until)
        {
            if (next > world.Clock.GetUtcNow())
            {
                world.Clock.Advance(next - world.Clock.GetUtcNow());
            }
            attempts.Add(world.Clock.GetUtcNow());
            await process.Renewal.TickAsync(process.Names, default);
        }
        return attempts;
    }
}
