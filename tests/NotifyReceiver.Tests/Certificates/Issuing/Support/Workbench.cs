using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Challenges;
using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Issuing.Accounts;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Certificates.Renewing;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Issuing.Support;

/// <summary>All that issues and renews, put together as in the service, over a directory of certificates. Dispose it and make another one to restart.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Workbench(string directory, AcmeOptions options, TimeProvider? clock = null, int seed = 1)
    {
        Options = options;
        Log = new CollectedLog();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Debug))
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton(CertificateOptions.In(directory))
            .AddSingleton<LineageDirectory>()
            .AddSingleton<ChallengeAnswers>()
            .AddRenewing(options)
            .AddSingleton(new Chance(new Random(seed)))
            .BuildServiceProvider();
    }

    public AcmeOptions Options { get; }

    public CollectedLog Log { get; }

    public Issuance Issuance => Get<Issuance>();

    public AccountBook Accounts => Get<AccountBook>();

    public AccountChanges Changes => Get<AccountChanges>();

    public Renewal Renewal => Get<Renewal>();

    public RenewalReading Reading => Get<RenewalReading>();

    public IReadOnlyList<string> Names => Options.Certificates[0];

    public Lineage Lineage => Get<LineageDirectory>().Open(LineageName.For(LineageName.Acme, Names));

    public static AcmeOptions OptionsFor(CaOptions first, params IReadOnlyList<string> names) =>
        new(
            first,
            Second: null,
            Staging: null,
            AgreesToTerms: true,
            Contacts: ["admin@example.org"],
            [names],
            new ChallengeOptions([ChallengeType.TlsAlpn01, ChallengeType.Http01], [], DnsHook: null, TimeSpan.Zero),
            LeafKeyType.Ec256
        );

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public RenewalWorker Worker(IHostApplicationLifetime lifetime, TimeProvider clock) =>
        ActivatorUtilities.CreateInstance<RenewalWorker>(_services, lifetime, clock);

    public Task<IssuanceResult> IssueAsync(CancellationToken cancel = default) =>
        Issuance.RunAsync(new IssuanceRequest(Names, Options.First, Lineage.Current()), cancel);

    /// <summary>Whatever is still there of answers for validators.</summary>
    public static IReadOnlyList<string> AnswersIn(string directory)
    {
        var challenges = Path.Combine(directory, "acme", "challenges");
        return Directory.Exists(challenges) ? Directory.GetFiles(challenges) : [];
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
