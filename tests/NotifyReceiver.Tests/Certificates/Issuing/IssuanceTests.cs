using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Simulators.Acme;
using NotifyReceiver.Simulators.Acme.Misbehaving;
using NotifyReceiver.Tests.Certificates.Issuing.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Issuing;

/// <summary>One attempt, whatever the CA does.</summary>
public sealed class IssuanceTests
{
    [Fact]
    public async Task An_order_becomes_the_current_generation()
    {
        await using var world = await SimulatedCas.StartAsync(behaviour: null, "one.example.org", "127.0.0.1");
        await using var process = world.Process();

        var issued = Assert.IsType<IssuanceResult.Issued>(await process.IssueAsync());

        var note = process.Lineage.Current()!.Note;
        Assert.Equal(issued.Generation.Note.Sha256, note.Sha256);
        Assert.Equal(["127.0.0.1", "one.example.org"], note.Names.Order());
        Assert.Equal("Acme", note.Issuer);
        Assert.Equal(world.Clock.GetUtcNow(), note.Committed);
        Assert.Single(world.First.Orders);
        Assert.Empty(world.First.Violations);
        Assert.Empty(Kept(world, "order.json"));
    }

    [Fact]
    public async Task Keys_and_state_are_for_the_owner_alone()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var process = world.Process();

        await process.IssueAsync();

        Assert.All(
            Directory.GetFiles(Path.Combine(world.Directory, "acme"), "*", SearchOption.AllDirectories),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file))
        );
    }

    [Fact]
    public async Task The_certificate_in_use_is_named_as_replaced()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var process = world.Process();
        await process.IssueAsync();

        await process.IssueAsync();

        Assert.Equal([null, world.First.Certificates[0].RenewalId], world.First.Orders.Select(it => it.Replaces));
    }

    [Theory]
    [InlineData("alreadyReplaced")]
    [InlineData("malformed")]
    [InlineData("serverInternal")]
    public async Task A_CA_that_refuses_the_replacement_is_asked_once_without(string type)
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var process = world.Process();
        await process.IssueAsync();
        world.First.Behaviour.RefusesReplaces = type;

        Assert.IsType<IssuanceResult.Issued>(await process.IssueAsync());

        Assert.Equal(3, world.First.Orders.Count);
        Assert.Equal(2, world.First.Certificates.Count);
    }

    [Fact]
    public async Task Without_renewal_information_no_replacement_is_named()
    {
        await using var world = await SimulatedCas.StartAsync();
        world.First.Behaviour.OffersRenewalInfo = false;
        await using var process = world.Process();
        await process.IssueAsync();

        await process.IssueAsync();

        Assert.All(world.First.Orders, order => Assert.Null(order.Replaces));
    }

    [Theory]
    [InlineData("shortlived", "shortlived")]
    [InlineData("unheard-of", null)]
    public async Task A_profile_is_asked_for_where_the_CA_has_it(string wanted, string? asked)
    {
        await using var world = await SimulatedCas.StartAsync();
        world.First.Behaviour.Profiles = new Dictionary<string, TimeSpan> { ["shortlived"] = TimeSpan.FromDays(6) };
        await using var process = new Workbench(
            world.Directory,
            world.Options with
            {
                First = world.Options.First with { Profile = wanted },
            },
            new WallTime(world.Clock)
        );

        Assert.IsType<IssuanceResult.Issued>(await process.IssueAsync());

        Assert.Equal(asked, world.First.Orders.Single().Profile);
        Assert.Equal(asked is null, process.Log.Lines.Any(line => line.Contains("offers no profile 'unheard-of'")));
    }

    [Fact]
    public async Task An_account_that_the_CA_has_forgotten_is_registered_again_with_its_key()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var process = world.Process();
        await process.IssueAsync();
        var key = await File.ReadAllTextAsync(Kept(world, "account.key").Single());
        world.First.ForgetAccounts();

        Assert.IsType<IssuanceResult.Issued>(await process.IssueAsync());

        Assert.Equal(key, await File.ReadAllTextAsync(Kept(world, "account.key").Single()));
        Assert.Single(world.First.Accounts);
    }

    [Fact]
    public async Task New_terms_are_for_a_person_and_are_linked()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var process = world.Process();
        await process.IssueAsync();
        world.First.ChangeTerms();

        var failed = Assert.IsType<IssuanceResult.Failed>(await process.IssueAsync());

        Assert.Equal(FailureKind.UserAction, failed.Failure.Kind);
        // The page on which to agree; the terms themselves stand in the reason.
        Assert.Equal(new Uri("https://ca.example/agree/1"), failed.Failure.Link);
        Assert.Contains($"{world.First.Behaviour.TermsOfService}", failed.Failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(AcmeCall.NewAccount))]
    [InlineData(nameof(AcmeCall.NewOrder))]
    [InlineData(nameof(AcmeCall.Order))]
    [InlineData(nameof(AcmeCall.Authorization))]
    [InlineData(nameof(AcmeCall.Challenge))]
    [InlineData(nameof(AcmeCall.FinalizeOrder))]
    [InlineData(nameof(AcmeCall.Certificate))]
    public async Task A_connection_cut_before_or_after_a_step_costs_no_second_order(string step)
    {
        var call = Enum.Parse<AcmeCall>(step);
        foreach (var cut in new[] { AcmeMisbehaviour.ResetBefore(call), AcmeMisbehaviour.ResetAfter(call) })
        {
            await using var world = await SimulatedCas.StartAsync();
            world.First.Misbehave(cut);
            await using var process = world.Process();

            var result = await process.IssueAsync();
            for (var again = 0; again < 2 && result is IssuanceResult.Failed; again++)
            {
                result = await process.IssueAsync();
            }

            Assert.True(
                result is IssuanceResult.Issued,
                $"{cut.Kind}: {result} {string.Join('\n', process.Log.Lines)}"
            );
            // What was done and not heard of when the order was placed is an order that the client knows nothing of.
            var lost = call == AcmeCall.NewOrder && cut.Kind == AcmeMisbehaviourKind.ResetAfter ? 1 : 0;
            Assert.Equal(1 + lost, world.First.Orders.Count);
            Assert.Single(world.First.Certificates);
            Assert.Single(world.First.Accounts);
            Assert.Empty(Workbench.AnswersIn(world.Directory));
            Assert.Empty(world.First.Violations);
        }
    }

    [Theory]
    [InlineData(nameof(AcmeCall.Order))]
    [InlineData(nameof(AcmeCall.Authorization))]
    [InlineData(nameof(AcmeCall.Challenge))]
    [InlineData(nameof(AcmeCall.FinalizeOrder))]
    [InlineData(nameof(AcmeCall.Certificate))]
    public async Task An_order_that_broke_off_for_long_is_gone_on_with_by_another_process(string step)
    {
        await using var world = await SimulatedCas.StartAsync();
        var call = Enum.Parse<AcmeCall>(step);
        world.First.Misbehave(AcmeMisbehaviour.Unavailable(call, TimeSpan.FromMinutes(30)) with { Times = null });

        await using (var process = world.Process())
        {
            var failed = Assert.IsType<IssuanceResult.Failed>(await process.IssueAsync());
            Assert.Equal(FailureKind.Passing, failed.Failure.Kind);
            Assert.Equal(TimeSpan.FromMinutes(30), failed.Failure.RetryAfter);
            Assert.Empty(Workbench.AnswersIn(world.Directory));
        }
        world.First.Behave();
        await using var next = world.Process();
        Assert.IsType<IssuanceResult.Issued>(await next.IssueAsync());

        Assert.Single(world.First.Orders);
        Assert.Single(world.First.Certificates);
    }

    [Theory]
    [InlineData(nameof(AcmeCall.NewOrder))]
    [InlineData(nameof(AcmeCall.Authorization))]
    [InlineData(nameof(AcmeCall.Challenge))]
    [InlineData(nameof(AcmeCall.FinalizeOrder))]
    [InlineData(nameof(AcmeCall.Certificate))]
    public async Task A_stop_in_the_midst_leaves_no_answer_and_the_next_start_goes_on(string step)
    {
        await using var world = await SimulatedCas.StartAsync();
        var call = Enum.Parse<AcmeCall>(step);
        world.First.Misbehave(new AcmeMisbehaviour(call, AcmeMisbehaviourKind.Hang));

        await using (var process = world.Process())
        {
            using var stop = new CancellationTokenSource();
            var running = process.IssueAsync(stop.Token);
            await Eventually.TrueAsync(() => world.First.CountOf(call) > 0 || running.IsCompleted);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
            Assert.Empty(Workbench.AnswersIn(world.Directory));
        }
        await using var next = world.Process();
        Assert.IsType<IssuanceResult.Issued>(await next.IssueAsync());

        Assert.Single(world.First.Orders);
        Assert.Single(world.First.Certificates);
    }

    [Theory]
    [InlineData(nameof(AcmeCall.Directory))]
    [InlineData(nameof(AcmeCall.NewNonce))]
    [InlineData(nameof(AcmeCall.NewAccount))]
    [InlineData(nameof(AcmeCall.NewOrder))]
    [InlineData(nameof(AcmeCall.FinalizeOrder))]
    [InlineData(nameof(AcmeCall.Certificate))]
    public async Task Garbage_is_a_failure_that_may_pass(string step)
    {
        await using var world = await SimulatedCas.StartAsync();
        world.First.Misbehave(AcmeMisbehaviour.Garbage(Enum.Parse<AcmeCall>(step)) with { Times = null });
        await using var process = world.Process();

        var failed = Assert.IsType<IssuanceResult.Failed>(await process.IssueAsync());

        Assert.Equal(FailureKind.Passing, failed.Failure.Kind);
        Assert.Empty(Workbench.AnswersIn(world.Directory));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_limit_is_told_with_the_time_that_the_CA_asks_for(bool asDate)
    {
        await using var world = await SimulatedCas.StartAsync();
        world.First.Misbehave(AcmeMisbehaviour.RateLimited(AcmeCall.NewOrder, TimeSpan.FromHours(34), asDate));
        await using var process = world.Process();

        var failed = Assert.IsType<IssuanceResult.Failed>(await process.IssueAsync());

        Assert.Equal(FailureKind.Passing, failed.Failure.Kind);
        Assert.Equal(TimeSpan.FromHours(34), failed.Failure.RetryAfter);
    }

    [Fact]
    public async Task A_name_that_the_CA_rejects_is_a_matter_of_settings()
    {
        await using var world = await SimulatedCas.StartAsync();
        world.First.Behaviour.RejectedNames = new HashSet<string> { "one.example.org" };
        await using var process = world.Process();

        var failed = Assert.IsType<IssuanceResult.Failed>(await process.IssueAsync());

        Assert.Equal(FailureKind.Configuration, failed.Failure.Kind);
    }

    [Fact]
    public async Task A_forbidding_record_of_the_zone_is_a_matter_of_settings()
    {
        await using var world = await SimulatedCas.StartAsync();
        world.First.Behaviour.ForbiddenByCaa = new HashSet<string> { "one.example.org" };
        await using var process = world.Process();

        var failed = Assert.IsType<IssuanceResult.Failed>(await process.IssueAsync());

        Assert.Equal(FailureKind.Configuration, failed.Failure.Kind);
    }

    [Fact]
    public async Task After_four_failed_validations_within_an_hour_the_CA_is_left_alone()
    {
        await using var world = await SimulatedCas.StartAsync(new AcmeBehaviour { HttpPort = 1, TlsPort = 1 });
        await using var process = world.Process();

        for (var attempt = 0; attempt < 4; attempt++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.IsType<IssuanceResult.Failed>(await process.IssueAsync());
        }
        var fifth = Assert.IsType<IssuanceResult.Failed>(await process.IssueAsync());

        Assert.Equal(4, world.First.FailedValidations.Count);
        Assert.Equal(
            ["http-01", "tls-alpn-01"],
            world.First.FailedValidations.Select(it => it.Challenge).Distinct().Order()
        );
        Assert.Equal(TimeSpan.FromMinutes(57), fifth.Failure.RetryAfter);
        Assert.Empty(Workbench.AnswersIn(world.Directory));
    }

    [Fact]
    public async Task While_another_process_is_at_work_nothing_is_tried()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var process = world.Process();
        using var held = CertificateLock.TryTake(CertificateOptions.In(world.Directory));

        var failed = Assert.IsType<IssuanceResult.Failed>(await process.IssueAsync());

        Assert.Equal(FailureKind.Busy, failed.Failure.Kind);
        Assert.Equal(0, world.First.CountOfAll());
    }

    [Fact]
    public async Task Who_comes_second_finds_what_the_first_has_renewed()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var one = world.Process();
        await using var two = world.Process();
        var decided = new IssuanceRequest(one.Names, world.Options.First, InPlaceOf: null);

        await one.Issuance.RunAsync(decided, default);
        var second = await two.Issuance.RunAsync(decided, default);

        Assert.IsType<IssuanceResult.AlreadyRenewed>(second);
        Assert.Single(world.First.Orders);
    }

    [Fact]
    public async Task A_CA_with_another_calendar_brings_no_generation_and_the_clock_is_named()
    {
        await using var world = await SimulatedCas.StartAsync(
            new AcmeBehaviour { AlwaysValid = true, Lifetime = TimeSpan.FromDays(6) }
        );
        var ahead = new NotifyReceiver.Tests.Support.ManualClock(world.Clock.GetUtcNow().AddDays(40));
        await using var process = new Workbench(world.Directory, world.Options, new WallTime(ahead));

        var failed = Assert.IsType<IssuanceResult.Failed>(await process.IssueAsync());

        Assert.Equal(FailureKind.Machine, failed.Failure.Kind);
        Assert.Contains("the clock of this machine shows 2026-02-25", failed.Failure.Reason, StringComparison.Ordinal);
        Assert.Null(process.Lineage.Current());
    }

    [Fact]
    public async Task A_certificate_that_is_not_valid_yet_is_taken_once_the_clock_is_right_without_another_order()
    {
        await using var world = await SimulatedCas.StartAsync();
        var clock = new NotifyReceiver.Tests.Support.ManualClock(world.Clock.GetUtcNow().AddHours(-20));
        await using var process = new Workbench(world.Directory, world.Options, new WallTime(clock));

        var failed = Assert.IsType<IssuanceResult.Failed>(await process.IssueAsync());
        clock.Advance(TimeSpan.FromHours(20));
        var second = await process.IssueAsync();

        Assert.Equal(FailureKind.Machine, failed.Failure.Kind);
        Assert.IsType<IssuanceResult.Issued>(second);
        Assert.Single(world.First.Orders);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_is_named()
    {
        await using var world = await SimulatedCas.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(world.Directory, "acme"), "in the way");
        await using var process = world.Process();

        var failed = Assert.IsType<IssuanceResult.Failed>(await process.IssueAsync());

        Assert.Equal(FailureKind.Machine, failed.Failure.Kind);
        Assert.Contains(world.Directory, failed.Failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_activates_nothing_and_leaves_nothing_open()
    {
        await using var world = await (await SimulatedCas.StartAsync()).WithStagingAsync();
        await using var process = world.Process();

        var result = await process.Issuance.RunAsync(
            new IssuanceRequest(process.Names, world.Options.Staging!, InPlaceOf: null, IsRehearsal: true),
            default
        );

        Assert.IsType<IssuanceResult.Rehearsed>(result);
        Assert.Null(process.Lineage.Current());
        Assert.Single(world.Staging.Certificates);
        Assert.Empty(Kept(world, "rehearsal.json"));
    }

    private static string[] Kept(SimulatedCas world, string name) =>
        Directory.GetFiles(world.Directory, $"*{name}", SearchOption.AllDirectories);
}
