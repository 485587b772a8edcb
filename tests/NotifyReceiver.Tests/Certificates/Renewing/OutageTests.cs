using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Renewing.Timing;
using NotifyReceiver.Simulators.Acme;
using NotifyReceiver.Simulators.Acme.Misbehaving;
using NotifyReceiver.Tests.Certificates.Issuing.Support;
using NotifyReceiver.Tests.Certificates.Renewing.Support;

namespace NotifyReceiver.Tests.Certificates.Renewing;

/// <summary>CAs that are away, ask for rest, or want something of a person.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task While_the_CA_is_down_for_forty_days_the_waits_are_those_of_the_book()
    {
        await using var world = await SimulatedCas.StartAsync();
        world.First.Behaviour.OffersRenewalInfo = false;
        await using var process = world.Process();
        await process.Renewal.TickAsync(process.Names, default);
        var note = process.Lineage.Current()!.Note;
        var lifetime = new Lifetime(note.NotBefore, note.NotAfter);
        var due = process.Reading.Of(process.Names).Status.Next!.Value;
        await world.First.StopAsync();

        var attempts = await Calendar.AttemptsUntilAsync(world, process, due.AddDays(40));

        Assert.Equal(due, attempts[0]);
        var waits = attempts.Zip(attempts.Skip(1), (from, to) => (From: from, Wait: to - from)).ToList();
        Assert.Equal([1, 10, 100], waits.Take(3).Select((it, step) => Nearest(it.Wait, Math.Pow(10, step))));
        var daily = waits.Skip(3).TakeWhile(it => lifetime.ShareLeftAt(it.From) >= 0.1).ToList();
        Assert.InRange(daily.Count, 15, 25);
        Assert.All(daily, it => Assert.Equal(24 * 60, Nearest(it.Wait, 24 * 60)));
        var hourly = waits.Skip(3 + daily.Count).ToList();
        Assert.InRange(hourly.Count, 400, 480);
        Assert.All(hourly, it => Assert.Equal(TimeSpan.FromHours(1), it.Wait));
        // The waits differ, or all who met the outage would come back at once.
        Assert.True(daily.Select(it => it.Wait).Distinct().Count() > 10);

        await world.First.RestartAsync();
        await Calendar.AttemptsUntilAsync(world, process, world.Clock.GetUtcNow().AddHours(2));
        var mended = process.Reading.Of(process.Names).Status;
        Assert.Equal(0, mended.Failures);
        Assert.Null(mended.Last);
        Assert.Equal(2, world.First.Certificates.Count);
    }

    [Fact]
    public async Task A_restart_does_not_forget_how_often_it_failed()
    {
        await using var world = await SimulatedCas.StartAsync();
        await world.First.StopAsync();
        DateTimeOffset? next;
        await using (var process = world.Process())
        {
            await Calendar.AttemptsUntilAsync(world, process, world.Clock.GetUtcNow().AddMinutes(30));
            next = process.Reading.Of(process.Names).Status.Next;
        }

        await using var restarted = world.Process(seed: 2);
        var status = await restarted.Renewal.TickAsync(restarted.Names, default);

        Assert.Equal(3, status.Failures);
        Assert.Equal(next, status.Next);
        Assert.Equal(FailureKind.Passing, status.Last!.Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_CA_that_asks_for_rest_gets_it_to_the_second(bool asDate)
    {
        await using var world = await SimulatedCas.StartAsync();
        world.First.Misbehave(AcmeMisbehaviour.RateLimited(AcmeCall.NewOrder, TimeSpan.FromHours(34), asDate));
        await using var process = world.Process();

        var status = await process.Renewal.TickAsync(process.Names, default);

        Assert.Equal(world.Clock.GetUtcNow().AddHours(34), status.Next);
        Assert.Single(await Calendar.AttemptsUntilAsync(world, process, world.Clock.GetUtcNow().AddHours(35)));
        Assert.Single(world.First.Certificates);
    }

    [Fact]
    public async Task What_only_settings_mend_is_tried_daily_and_at_once_with_other_settings()
    {
        await using var world = await SimulatedCas.StartAsync();
        world.First.Behaviour.RejectedNames = new HashSet<string> { "one.example.org" };
        await using (var process = world.Process())
        {
            var attempts = await Calendar.AttemptsUntilAsync(world, process, world.Clock.GetUtcNow().AddDays(10));
            Assert.InRange(attempts.Count, 8, 13);
        }
        world.First.Behaviour.RejectedNames = new HashSet<string>();

        await using var mended = new Workbench(
            world.Directory,
            world.Options with
            {
                Contacts = ["other@example.org"],
            },
            new WallTime(world.Clock)
        );
        var status = await mended.Renewal.TickAsync(mended.Names, default);

        Assert.NotNull(status.Current);
        Assert.Equal(0, status.Failures);
    }

    [Fact]
    public async Task When_a_person_must_do_something_nothing_is_tried_until_it_is_said_to_be_done()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var process = world.Process();
        await process.Renewal.TickAsync(process.Names, default);
        world.First.ChangeTerms();
        world.Clock.Advance(TimeSpan.FromDays(88));
        var stopped = await process.Renewal.TickAsync(process.Names, default);
        var orders = world.First.CountOf(AcmeCall.NewOrder);

        await Calendar.PassAsync(world, process, TimeSpan.FromDays(1), TimeSpan.FromHours(1));

        Assert.Null(stopped.Next);
        Assert.Equal(new Uri("https://ca.example/agree/1"), stopped.Last!.Link);
        Assert.Equal(orders, world.First.CountOf(AcmeCall.NewOrder));
        Assert.Contains(
            process.Log.Lines,
            line => line.Contains("https://ca.example/agree/1", StringComparison.Ordinal)
        );

        world.First.AgreeToTerms();
        // As 'acme renew' does.
        await process.IssueAsync();
        var done = await process.Renewal.TickAsync(process.Names, default);
        Assert.Equal(2, world.First.Certificates.Count);
        Assert.Null(done.Last);
        Assert.NotNull(done.Next);
    }

    [Fact]
    public async Task The_second_CA_is_asked_after_three_failures_of_the_first()
    {
        await using var world = await (await SimulatedCas.StartAsync()).WithSecondAsync();
        world.First.Behaviour.IsDown = true;
        await using var process = world.Process();

        var attempts = await Calendar.AttemptsUntilAsync(world, process, world.Clock.GetUtcNow().AddHours(3));

        Assert.Equal(4, attempts.Count);
        Assert.Equal("Acme:Second", process.Lineage.Current()!.Note.Issuer);
        Assert.Empty(world.First.Certificates);
        Assert.Equal(0, process.Reading.Of(process.Names).Status.Failures);
    }

    [Fact]
    public async Task While_the_first_rests_for_long_the_second_is_asked_soon()
    {
        await using var world = await (await SimulatedCas.StartAsync()).WithSecondAsync();
        world.First.Misbehave(AcmeMisbehaviour.RateLimited(AcmeCall.NewOrder, TimeSpan.FromHours(34)));
        await using var process = world.Process();

        var attempts = await Calendar.AttemptsUntilAsync(world, process, world.Clock.GetUtcNow().AddMinutes(5));

        Assert.Equal(2, attempts.Count);
        Assert.Equal("Acme:Second", process.Lineage.Current()!.Note.Issuer);
    }

    [Fact]
    public async Task After_a_failed_validation_the_next_attempt_is_rehearsed_until_a_rehearsal_goes_well()
    {
        await using var world = await (
            await SimulatedCas.StartAsync(new AcmeBehaviour { HttpPort = 1, TlsPort = 1 })
        ).WithStagingAsync();
        world.Staging.Behaviour.AlwaysValid = false;
        (world.Staging.Behaviour.HttpPort, world.Staging.Behaviour.TlsPort) = (1, 1);
        await using var process = world.Process();

        var attempts = await Calendar.AttemptsUntilAsync(world, process, world.Clock.GetUtcNow().AddHours(1));
        Assert.Equal(3, attempts.Count);
        Assert.Single(world.First.FailedValidations);
        Assert.Equal(2, world.Staging.FailedValidations.Count);

        world.First.Behaviour.AlwaysValid = true;
        world.Staging.Behaviour.AlwaysValid = true;
        await Calendar.AttemptsUntilAsync(world, process, world.Clock.GetUtcNow().AddHours(3));

        Assert.Single(world.Staging.Certificates);
        Assert.Single(world.First.Certificates);
        Assert.Equal("Acme", process.Lineage.Current()!.Note.Issuer);
    }

    [Fact]
    public async Task A_staging_CA_with_trouble_of_its_own_keeps_nobody_from_the_real_one()
    {
        await using var world = await (
            await SimulatedCas.StartAsync(new AcmeBehaviour { HttpPort = 1, TlsPort = 1 })
        ).WithStagingAsync();
        await using var process = world.Process();
        await process.Renewal.TickAsync(process.Names, default);
        world.First.Behaviour.AlwaysValid = true;
        await world.Staging.StopAsync();

        await Calendar.AttemptsUntilAsync(world, process, world.Clock.GetUtcNow().AddMinutes(5));

        Assert.Single(world.First.Certificates);
    }

    // Which of the book's minutes a wait is, a fifth more or less.
    private static double Nearest(TimeSpan wait, double minutes) =>
        wait.TotalMinutes >= 0.8 * minutes && wait.TotalMinutes <= 1.2 * minutes ? minutes : wait.TotalMinutes;
}
