using NotifyReceiver.Certificates.Renewing;
using NotifyReceiver.Simulators.Acme;
using NotifyReceiver.Simulators.Acme.Misbehaving;
using NotifyReceiver.Tests.Certificates.Issuing.Support;
using NotifyReceiver.Tests.Certificates.Renewing.Support;

namespace NotifyReceiver.Tests.Certificates.Renewing;

/// <summary>What the CA says about when to renew, and what it does not say.</summary>
public sealed class SuggestionsTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_time_within_the_window_is_chosen_once_and_kept_over_restarts()
    {
        await using var world = await StartedAsync();
        var start = world.Clock.GetUtcNow() + (20 * Day);
        world.First.Behaviour.Renewal = _ => new RenewalSuggestion(start, start + Day, TimeSpan.FromHours(1));

        var first = await TickAsync(world, seed: 1);
        world.Clock.Advance(TimeSpan.FromHours(7));
        var again = await TickAsync(world, seed: 2);

        Assert.InRange(first.Next!.Value, start, start + Day);
        Assert.Equal("the CA suggests this time", first.Why);
        Assert.Equal(first.Next, again.Next);
        Assert.Equal(2, world.First.CountOf(AcmeCall.RenewalInfo));
    }

    [Fact]
    public async Task The_CA_is_asked_again_when_it_says_so_and_not_before()
    {
        await using var world = await StartedAsync();
        var start = world.Clock.GetUtcNow() + (20 * Day);
        world.First.Behaviour.Renewal = _ => new RenewalSuggestion(start, start + Day, TimeSpan.FromHours(2));
        await using var process = world.Process();

        await Calendar.PassAsync(world, process, Day, TimeSpan.FromMinutes(10));

        Assert.Equal(12, world.First.CountOf(AcmeCall.RenewalInfo));
    }

    [Fact]
    public async Task A_window_that_moves_to_the_past_means_now()
    {
        await using var world = await StartedAsync();
        await using var process = world.Process();
        await Calendar.PassAsync(world, process, 3 * Day, TimeSpan.FromHours(1));
        var past = world.Clock.GetUtcNow() - Day;
        var first = world.First.Certificates[0].RenewalId;
        world.First.Behaviour.Renewal = renewed =>
            renewed.RenewalId == first ? new RenewalSuggestion(past - Day, past, TimeSpan.FromHours(6)) : null;

        await Calendar.PassAsync(world, process, TimeSpan.FromHours(7), TimeSpan.FromMinutes(1));

        Assert.Equal(2, world.First.Certificates.Count);
        Assert.Equal(first, world.First.Orders[1].Replaces);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Without_an_answer_age_decides(int status)
    {
        await using var world = await StartedAsync();
        world.First.Misbehave(
            new AcmeMisbehaviour(AcmeCall.RenewalInfo, AcmeMisbehaviourKind.Answer) { Status = status, Times = null }
        );
        await using var process = world.Process();

        await Calendar.PassAsync(world, process, 61 * Day, TimeSpan.FromHours(1));

        Assert.Equal(2, world.First.Certificates.Count);
        Assert.InRange(world.First.CountOf(AcmeCall.RenewalInfo), 200, 250);
    }

    [Fact]
    public async Task A_CA_that_does_not_answer_has_not_taken_back_what_it_said()
    {
        await using var world = await StartedAsync();
        var start = world.Clock.GetUtcNow() + (20 * Day);
        world.First.Behaviour.Renewal = _ => new RenewalSuggestion(start, start + Day, TimeSpan.FromHours(1));
        await using var process = world.Process();
        var told = await process.Renewal.TickAsync(process.Names, default);
        await world.First.StopAsync();
        world.Clock.Advance(Day);

        var later = await process.Renewal.TickAsync(process.Names, default);

        Assert.Equal(told.Next, later.Next);
    }

    [Fact]
    public async Task A_suggestion_beyond_the_end_does_not_count_in_the_last_twentieth()
    {
        await using var world = await StartedAsync();
        var late = world.Clock.GetUtcNow() + (400 * Day);
        world.First.Behaviour.Renewal = _ => new RenewalSuggestion(late, late + Day, TimeSpan.FromHours(6));

        var status = await TickAsync(world, seed: 1);

        Assert.Equal(85.5, (status.Next!.Value - status.Current!.Note.NotBefore) / Day, 2);
        Assert.Equal("less than a twentieth of its life is left", status.Why);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task After_two_failures_the_replaced_certificate_is_not_named_any_more(int failures, bool isNamed)
    {
        await using var world = await StartedAsync();
        world.Clock.Advance(80 * Day);
        // Each attempt asks twice: with what it replaces, and without.
        world.First.Misbehave(AcmeMisbehaviour.Unavailable(AcmeCall.NewOrder) with { Times = 2 * failures });
        await using var process = world.Process();

        var attempts = await Calendar.AttemptsUntilAsync(world, process, world.Clock.GetUtcNow().AddMinutes(30));

        Assert.Equal(failures + 1, attempts.Count);
        Assert.Equal(isNamed, world.First.Orders[^1].Replaces is not null);
    }

    private static async Task<SimulatedCas> StartedAsync()
    {
        var world = await SimulatedCas.StartAsync();
        await using var process = world.Process();
        await process.IssueAsync();
        return world;
    }

    private static async Task<RenewalStatus> TickAsync(SimulatedCas world, int seed)
    {
        await using var process = world.Process(seed);
        return await process.Renewal.TickAsync(process.Names, default);
    }
}
