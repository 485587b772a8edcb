using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Simulators.Acme;
using NotifyReceiver.Simulators.Acme.Misbehaving;

namespace NotifyReceiver.Tests.Certificates.Acme.Simulated;

/// <summary>What a CA refuses, and how its refusals are understood.</summary>
public sealed class SimulatedProblemTests
{
    private static readonly NewOrder Wanted = new([Identifier.Of("example.org"), Identifier.Of("www.example.org")]);

    public static TheoryData<string, int, string> Types =>
        new()
        {
            { "accountDoesNotExist", 400, nameof(ProblemKind.AccountDoesNotExist) },
            { "alreadyReplaced", 409, nameof(ProblemKind.AlreadyReplaced) },
            { "badCSR", 400, nameof(ProblemKind.BadCsr) },
            { "badPublicKey", 400, nameof(ProblemKind.BadPublicKey) },
            { "badSignatureAlgorithm", 400, nameof(ProblemKind.BadSignatureAlgorithm) },
            { "caa", 403, nameof(ProblemKind.Caa) },
            { "compound", 403, nameof(ProblemKind.Compound) },
            { "connection", 400, nameof(ProblemKind.Connection) },
            { "dns", 400, nameof(ProblemKind.Dns) },
            { "externalAccountRequired", 403, nameof(ProblemKind.ExternalAccountRequired) },
            { "incorrectResponse", 400, nameof(ProblemKind.IncorrectResponse) },
            { "invalidContact", 400, nameof(ProblemKind.InvalidContact) },
            { "invalidProfile", 400, nameof(ProblemKind.InvalidProfile) },
            { "malformed", 400, nameof(ProblemKind.Malformed) },
            { "malformed", 404, nameof(ProblemKind.NotFound) },
            { "orderNotReady", 403, nameof(ProblemKind.OrderNotReady) },
            { "rateLimited", 429, nameof(ProblemKind.RateLimited) },
            { "rateLimited", 503, nameof(ProblemKind.RateLimited) },
            { "rejectedIdentifier", 400, nameof(ProblemKind.RejectedIdentifier) },
            { "serverInternal", 500, nameof(ProblemKind.ServerTrouble) },
            { "tls", 400, nameof(ProblemKind.Tls) },
            { "unauthorized", 403, nameof(ProblemKind.Unauthorized) },
            { "unsupportedContact", 400, nameof(ProblemKind.UnsupportedContact) },
            { "unsupportedIdentifier", 400, nameof(ProblemKind.UnsupportedIdentifier) },
            { "userActionRequired", 403, nameof(ProblemKind.UserActionRequired) },
            { "ofTomorrow", 400, nameof(ProblemKind.Other) },
            { "ofTomorrow", 502, nameof(ProblemKind.ServerTrouble) },
        };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Each_type_of_problem_is_known(string type, int status, string kind)
    {
        await using var world = await SimulatedWorld.StartAsync();
        var walk = await world.RegisterAsync();
        world.Simulator.Misbehave(AcmeMisbehaviour.Problem(AcmeCall.NewOrder, status, type));

        var problem = (await walk.Client.PlaceOrderAsync(Wanted, default)).Problem!;

        Assert.Equal(kind, problem.Kind.ToString());
        Assert.Equal(status, problem.Status);
        Assert.Equal($"urn:ietf:params:acme:error:{type}", problem.Type);
        Assert.EndsWith(
            $"({type}, HTTP {status}, POST {new Uri(world.Simulator.Directory, "/order")})",
            problem.InWords,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wait_is_counted_from_now_whether_it_is_told_in_seconds_or_as_a_date(bool asDate)
    {
        await using var world = await SimulatedWorld.StartAsync();
        var walk = await world.RegisterAsync();
        world.Simulator.Misbehave(AcmeMisbehaviour.RateLimited(AcmeCall.NewOrder, TimeSpan.FromHours(3), asDate));

        var problem = (await walk.Client.PlaceOrderAsync(Wanted, default)).Problem!;

        Assert.Equal(ProblemKind.RateLimited, problem.Kind);
        Assert.Equal(TimeSpan.FromHours(3), problem.RetryAfter);
        Assert.Contains("left alone for 3 h", problem.InWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_is_past_means_now()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var walk = await world.RegisterAsync();
        world.Simulator.Misbehave(
            AcmeMisbehaviour.RateLimited(AcmeCall.NewOrder, TimeSpan.FromHours(-1), asDate: true)
        );

        var problem = (await walk.Client.PlaceOrderAsync(Wanted, default)).Problem!;

        Assert.Equal(TimeSpan.Zero, problem.RetryAfter);
    }

    [Fact]
    public async Task Work_that_takes_time_tells_when_to_ask_again()
    {
        await using var world = await SimulatedWorld.StartAsync(
            new AcmeBehaviour
            {
                AlwaysValid = true,
                PollsBeforeDone = 1,
                PollAfter = TimeSpan.FromSeconds(7),
            }
        );
        var walk = await world.RegisterAsync();
        var order = Walk.Need(await walk.Client.PlaceOrderAsync(Wanted, default));
        var authorization = Walk.Need(await walk.Client.AuthorizationAsync(order.Authorizations[0], default));
        Walk.Need(await walk.Client.ReadyAsync(authorization.Challenges[0], default));

        var inWork = Walk.Need(await walk.Client.AuthorizationAsync(order.Authorizations[0], default));
        var done = Walk.Need(await walk.Client.AuthorizationAsync(order.Authorizations[0], default));

        using var leafKey = LeafKey.Create(LeafKeyType.Ec256);
        await walk.ProveAsync(ChallengeType.Http01, order.Authorizations[1], isHonest: false);
        var finalized = Walk.Need(
            await walk.Client.FinalizeAsync(order, SigningRequest.Create(leafKey, order.Identifiers), default)
        );

        Assert.Equal((OrderStatus.Processing, TimeSpan.FromSeconds(7)), (finalized.Status, finalized.RetryAfter));
        Assert.Equal((AuthorizationStatus.Pending, TimeSpan.FromSeconds(7)), (inWork.Status, inWork.RetryAfter));
        Assert.Equal((AuthorizationStatus.Valid, null), (done.Status, done.RetryAfter));
    }

    [Fact]
    public async Task Several_names_are_refused_each_with_its_own_reason()
    {
        await using var world = await SimulatedWorld.StartAsync(
            new AcmeBehaviour { RejectedNames = new HashSet<string> { "www.example.org" } }
        );
        var walk = await world.RegisterAsync();

        var problem = (await walk.Client.PlaceOrderAsync(Wanted, default)).Problem!;

        Assert.Equal(ProblemKind.RejectedIdentifier, problem.Kind);
        var only = Assert.Single(problem.Subproblems);
        Assert.Equal((ProblemKind.RejectedIdentifier, "www.example.org"), (only.Kind, only.Identifier?.Value));
        Assert.Contains("www.example.org: www.example.org is on a list", problem.InWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_terms_are_told_with_the_page_on_which_to_agree_to_them()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var walk = await world.RegisterAsync();
        world.Simulator.ChangeTerms();

        var problem = (await walk.Client.PlaceOrderAsync(Wanted, default)).Problem!;
        world.Simulator.AgreeToTerms();
        var agreed = await walk.Client.PlaceOrderAsync(Wanted, default);

        Assert.Equal(ProblemKind.UserActionRequired, problem.Kind);
        Assert.Equal(world.Simulator.Behaviour.TermsOfService, problem.TermsOfService);
        Assert.StartsWith("https://ca.example/agree/", problem.Instance?.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains($"see {problem.Instance}", problem.InWords, StringComparison.Ordinal);
        Assert.True(agreed.Came);
    }

    [Fact]
    public async Task An_account_that_the_CA_forgot_is_told_so()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var walk = await world.RegisterAsync();
        world.Simulator.ForgetAccounts();

        var order = await walk.Client.PlaceOrderAsync(Wanted, default);

        Assert.Equal(ProblemKind.AccountDoesNotExist, order.Problem?.Kind);
    }

    [Fact]
    public async Task An_order_is_not_finalized_before_its_names_are_proven()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var walk = await world.RegisterAsync();
        var order = Walk.Need(await walk.Client.PlaceOrderAsync(Wanted, default));

        var finalized = await walk.Client.FinalizeAsync(order, [0x30, 0x00], default);

        Assert.Equal(ProblemKind.OrderNotReady, finalized.Problem?.Kind);
    }

    [Fact]
    public async Task What_a_validator_saw_stands_in_the_authorization_and_in_the_order()
    {
        await using var world = await SimulatedWorld.StartAsync(new AcmeBehaviour { Challenges = ["http-01"] });
        var walk = await world.RegisterAsync();
        var order = Walk.Need(await walk.Client.PlaceOrderAsync(Wanted, default));

        var settled = await walk.ProveAsync(ChallengeType.Http01, order.Authorizations[0], isHonest: false);

        var invalid = Walk.Need(await walk.Client.OrderAsync(order.Address, default));
        Assert.Equal(AuthorizationStatus.Invalid, settled.Status);
        Assert.Contains("was answered 404", settled.Error?.Detail, StringComparison.Ordinal);
        Assert.Equal(OrderStatus.Invalid, invalid.Status);
        Assert.Equal(settled.Error?.Detail, invalid.Error?.Detail);
        Assert.Equal("example.org", Assert.Single(world.Simulator.FailedValidations).Name);
    }
}
