using System.Net;
using System.Net.Sockets;
using NotifyReceiver.Certificates.Acme;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Acme.Signing;
using NotifyReceiver.Simulators.Acme;
using NotifyReceiver.Simulators.Acme.Misbehaving;

namespace NotifyReceiver.Tests.Certificates.Acme.Simulated;

/// <summary>What networks and gateways do: never thrown, always a problem of some kind.</summary>
public sealed class SimulatedFaultTests
{
    private static readonly NewOrder Wanted = new([Identifier.Of("example.org")]);

    public static TheoryData<string> CallsOfAnIssuance => [.. Issuance.Select(call => call.ToString())];

    // A nonce comes without a body that could break off.
    public static TheoryData<string> CallsWithABody =>
        [.. Issuance.Except([AcmeCall.NewNonce]).Select(call => call.ToString())];

    private static AcmeCall[] Issuance =>
        [
            AcmeCall.Directory,
            AcmeCall.NewNonce,
            AcmeCall.NewAccount,
            AcmeCall.NewOrder,
            AcmeCall.Authorization,
            AcmeCall.Challenge,
            AcmeCall.FinalizeOrder,
            AcmeCall.Order,
            AcmeCall.Certificate,
        ];

    [Theory]
    [MemberData(nameof(CallsOfAnIssuance))]
    public async Task Every_call_tells_a_connection_that_is_cut(string call) =>
        await FailAsync(AcmeMisbehaviour.ResetBefore(Enum.Parse<AcmeCall>(call)), ProblemKind.Unreachable);

    [Theory]
    [MemberData(nameof(CallsOfAnIssuance))]
    public async Task Every_call_tells_an_answer_that_is_cut(string call) =>
        await FailAsync(AcmeMisbehaviour.ResetAfter(Enum.Parse<AcmeCall>(call)), ProblemKind.Unreachable);

    [Theory]
    [MemberData(nameof(CallsWithABody))]
    public async Task Every_call_tells_an_answer_that_breaks_off(string call) =>
        await FailAsync(AcmeMisbehaviour.CutShort(Enum.Parse<AcmeCall>(call)), ProblemKind.Unreachable);

    [Theory]
    [MemberData(nameof(CallsOfAnIssuance))]
    public async Task Every_call_tells_what_makes_no_sense(string call) =>
        await FailAsync(AcmeMisbehaviour.Garbage(Enum.Parse<AcmeCall>(call)), ProblemKind.Garbage);

    [Theory]
    [MemberData(nameof(CallsOfAnIssuance))]
    public async Task Every_call_tells_a_gateway_that_speaks_HTML(string call)
    {
        var problem = await FailAsync(
            AcmeMisbehaviour.Unavailable(Enum.Parse<AcmeCall>(call), TimeSpan.FromSeconds(90)),
            ProblemKind.ServerTrouble
        );

        Assert.Equal((503, TimeSpan.FromSeconds(90)), (problem.Status, problem.RetryAfter));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"status":7}""")]
    [InlineData("""{"status":"pending"}""")]
    [InlineData("""{"status":"pending","finalize":"http://ca.example/plain"}""")]
    [InlineData("""{"status":"strange","finalize":"https://ca.example/f"}""")]
    [InlineData("""{"status":"valid","finalize":"https://ca.example/f","authorizations":[]}""")]
    [InlineData("""{"status":"pending","finalize":"https://ca.example/f","authorizations":[null]}""")]
    [InlineData("""{"status":"pending","finalize":"https://ca.example/f","authorizations":["\ud800"]}""")]
    [InlineData("""{"status":"\ud800"}""")]
    [InlineData("")]
    public async Task An_order_that_lacks_what_it_must_have_is_none(string body)
    {
        await using var world = await SimulatedWorld.StartAsync();
        var walk = await world.RegisterAsync();
        var order = Walk.Need(await walk.Client.PlaceOrderAsync(Wanted, default));
        world.Simulator.Misbehave(new(AcmeCall.Order, AcmeMisbehaviourKind.Answer) { Status = 200, Body = body });

        var answer = await walk.Client.OrderAsync(order.Address, default);

        Assert.Equal(ProblemKind.Garbage, answer.Problem?.Kind);
    }

    [Fact]
    public async Task What_is_larger_than_a_MiB_is_not_read()
    {
        await using var world = await SimulatedWorld.StartAsync();
        world.Simulator.Misbehave(
            new(AcmeCall.Directory, AcmeMisbehaviourKind.Answer) { Status = 200, Body = new string(' ', 1_100_000) }
        );

        var answer = await world.Ca.DirectoryAsync(default);

        Assert.Equal(ProblemKind.Garbage, answer.Problem?.Kind);
        Assert.Contains("1 MiB", answer.Problem!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CA_that_is_down_is_unreachable_and_then_it_is_there()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var walk = await world.RegisterAsync();
        await world.Simulator.StopAsync();

        var down = await walk.Client.PlaceOrderAsync(Wanted, default);
        await world.Simulator.RestartAsync();
        var up = await walk.Client.PlaceOrderAsync(Wanted, default);

        Assert.Equal(ProblemKind.Unreachable, down.Problem?.Kind);
        Assert.Contains("refused", down.Problem!.InWords, StringComparison.OrdinalIgnoreCase);
        Assert.True(up.Came);
    }

    [Fact]
    public async Task A_CA_that_never_answers_is_left_by_the_clock()
    {
        await using var world = await SimulatedWorld.StartAsync();
        world.Simulator.Misbehave(new(AcmeCall.Directory, AcmeMisbehaviourKind.Hang));
        var asking = world.Ca.DirectoryAsync(default);
        while (world.Simulator.CountOf(AcmeCall.Directory) == 0)
        {
            await Task.Yield();
        }

        world.Clock.Advance(TimeSpan.FromMinutes(2));

        var answer = await asking.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(ProblemKind.Unreachable, answer.Problem?.Kind);
    }

    [Fact]
    public async Task Who_calls_may_leave_at_any_time()
    {
        await using var world = await SimulatedWorld.StartAsync();
        world.Simulator.Misbehave(new(AcmeCall.Directory, AcmeMisbehaviourKind.Hang));
        using var leaving = new CancellationTokenSource();
        var asking = world.Ca.DirectoryAsync(leaving.Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_certificate_of_the_CA_that_is_not_valid_now_casts_doubt_on_the_clock()
    {
        await using var world = await SimulatedWorld.StartAsync();
        await world.Simulator.RestartWithOldCertificateAsync();
        using var http = AcmeHttp.Create(world.Simulator.Roots);

        var answer = await new AcmeClient(http, world.Simulator.Directory, world.Clock).DirectoryAsync(default);

        Assert.Equal(ProblemKind.ClockSuspect, answer.Problem?.Kind);
        Assert.Contains("2026-01-16 12:00:00 UTC", answer.Problem!.InWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CA_that_nobody_vouches_for_is_not_trusted()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var http = AcmeHttp.Create();

        var answer = await new AcmeClient(http, world.Simulator.Directory, world.Clock).DirectoryAsync(default);

        Assert.Equal(ProblemKind.Untrusted, answer.Problem?.Kind);
        Assert.Contains("TrustedRoots", answer.Problem!.InWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_spoken_without_TLS()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var http = AcmeHttp.Create();
        var plain = new Uri($"http://{listener.LocalEndpoint}/directory");

        var answer = await new AcmeClient(http, plain, TimeProvider.System).DirectoryAsync(default);

        Assert.Equal(ProblemKind.Garbage, answer.Problem?.Kind);
        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(1000, nameof(ProblemKind.BadNonce))]
    public async Task Nonces_that_are_refused_are_replaced_within_reason(int times, string? kind)
    {
        await using var world = await SimulatedWorld.StartAsync();
        var walk = await world.RegisterAsync();
        world.Simulator.Misbehave(AcmeMisbehaviour.BadNonce(AcmeCall.NewOrder, times));

        var answer = await walk.Client.PlaceOrderAsync(Wanted, default);

        Assert.Equal(kind, answer.Problem?.Kind.ToString());
        Assert.InRange(world.Simulator.CountOf(AcmeCall.NewOrder), 6, 20);
        Assert.Equal(kind is null ? 1 : 0, world.Simulator.Orders.Count);
    }

    [Fact]
    public async Task Every_nonce_is_used_once_and_every_answer_brings_the_next()
    {
        await using var world = await SimulatedWorld.StartAsync(new AcmeBehaviour { AlwaysValid = true });
        var walk = await world.RegisterAsync();

        await walk.IssueAsync(ChallengeType.Http01, LeafKeyType.Ec256, "example.org");

        // Directory, nonce, account, order, authorization, ready, authorization, order, finalize, order, certificate.
        Assert.Equal(11, world.Simulator.CountOfAll());
    }

    [Fact]
    public async Task A_nonce_whose_answer_was_lost_is_not_used_again()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var walk = await world.RegisterAsync();
        world.Simulator.Misbehave(AcmeMisbehaviour.ResetAfter(AcmeCall.NewOrder));
        await walk.Client.PlaceOrderAsync(Wanted, default);

        Walk.Need(await walk.Client.PlaceOrderAsync(Wanted, default));

        Assert.Equal(2, world.Simulator.CountOf(AcmeCall.NewOrder));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Only_what_is_asked_without_a_signature_may_be_elsewhere(int status)
    {
        await using var world = await SimulatedWorld.StartAsync();
        var simulator = world.Simulator;
        simulator.Misbehave(AcmeMisbehaviour.Redirect(AcmeCall.Directory, status, simulator.Directory));
        var order = new Uri(simulator.Directory, "/order");

        var walk = await world.RegisterAsync();
        simulator.Misbehave(AcmeMisbehaviour.Redirect(AcmeCall.NewOrder, status, order));
        var answer = await walk.Client.PlaceOrderAsync(Wanted, default);

        Assert.Equal((ProblemKind.Garbage, status), (answer.Problem?.Kind, answer.Problem?.Status));
        Assert.Equal((2, 1), (simulator.CountOf(AcmeCall.Directory), simulator.CountOf(AcmeCall.NewOrder)));
    }

    [Fact]
    public async Task A_redirect_that_never_ends_or_leads_away_from_TLS_is_given_up()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var simulator = world.Simulator;
        var plain = new UriBuilder(simulator.Directory) { Scheme = "http" }.Uri;
        simulator.Misbehave(AcmeMisbehaviour.Redirect(AcmeCall.Directory, 302, plain));
        var away = await world.Ca.DirectoryAsync(default);
        simulator.Misbehave(
            AcmeMisbehaviour.Redirect(AcmeCall.Directory, 302, simulator.Directory) with
            {
                Times = null,
            }
        );

        var endless = await world.Ca.DirectoryAsync(default);

        Assert.Equal(ProblemKind.Garbage, away.Problem?.Kind);
        Assert.Contains("again and again", endless.Problem?.Detail, StringComparison.Ordinal);
        Assert.InRange(simulator.CountOf(AcmeCall.Directory), 3, 10);
    }

    [Fact]
    public async Task The_directory_is_asked_for_anew_after_an_hour()
    {
        await using var world = await SimulatedWorld.StartAsync();
        await world.Ca.DirectoryAsync(default);
        await world.Ca.DirectoryAsync(default);
        var before = world.Simulator.CountOf(AcmeCall.Directory);
        world.Clock.Advance(TimeSpan.FromHours(1));

        await world.Ca.DirectoryAsync(default);

        Assert.Equal((1, 2), (before, world.Simulator.CountOf(AcmeCall.Directory)));
    }

    private static async Task<AcmeProblem> FailAsync(AcmeMisbehaviour how, ProblemKind kind)
    {
        await using var world = await SimulatedWorld.StartAsync(new AcmeBehaviour { AlwaysValid = true });
        world.Simulator.Misbehave(how);

        var problem = await IssueAsync(world);

        Assert.Equal(kind, problem.Kind);
        Assert.NotEmpty(problem.InWords);
        return problem;
    }

    /// <summary>All the calls of an issuance, up to the first that fails.</summary>
    private static async Task<AcmeProblem> IssueAsync(SimulatedWorld world)
    {
        using var key = AccountKey.Create();
        using var leafKey = LeafKey.Create(LeafKeyType.Ec256);
        var registered = await world.Ca.RegisterAsync(key, new(["admin@example.org"], TermsAgreed: true), default);
        var chains = await registered.ThenAsync(async account =>
        {
            var client = world.Ca.As(key, account.Address);
            var placed = await client.PlaceOrderAsync(Wanted, default);
            return await placed.ThenAsync(async order =>
            {
                var got = await client.AuthorizationAsync(order.Authorizations[0], default);
                var ready = await got.ThenAsync(each =>
                    client.ReadyAsync(each.Challenges.First(part => part.Type is ChallengeType.Http01), default)
                );
                var settled = await ready.ThenAsync(_ => client.AuthorizationAsync(order.Authorizations[0], default));
                var finalized = await settled.ThenAsync(_ =>
                    client.FinalizeAsync(order, SigningRequest.Create(leafKey, order.Identifiers), default)
                );
                var valid = await finalized.ThenAsync(_ => client.OrderAsync(order.Address, default));
                return await valid.ThenAsync(done =>
                    client.DownloadAsync(done.Certificate!, withAlternates: false, default)
                );
            });
        });
        Assert.False(chains.Came, "nothing failed");
        return chains.Problem;
    }
}
