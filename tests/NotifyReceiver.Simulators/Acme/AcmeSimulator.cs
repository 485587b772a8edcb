using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Simulators.Acme.Endpoints;
using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Misbehaving;

namespace NotifyReceiver.Simulators.Acme;

/// <summary>A CA that speaks ACME, on a real socket, as strict as the specification, in the time of a clock that tests move.</summary>
public sealed class AcmeSimulator : IAsyncDisposable
{
    private readonly CaLedger _ledger;
    private readonly AcmeScript _script = new();
    private readonly AcmeEndpoints _endpoints;
    private X509Certificate2 _certificate = AcmeListener.NewCertificate(hasRunOut: false);
    private AcmeListener? _listener;

    private AcmeSimulator(AcmeBehaviour behaviour, TimeProvider clock)
    {
        Behaviour = behaviour;
        _ledger = new(behaviour, clock);
        _endpoints = new(_ledger, _script);
    }

    /// <summary>Change it at any time.</summary>
    public AcmeBehaviour Behaviour { get; }

    public Uri Directory => new(_ledger.Base, "/directory");

    /// <summary>Trust them to speak with it.</summary>
    public X509Certificate2Collection Roots => [X509CertificateLoader.LoadCertificate(_certificate.RawData)];

    /// <summary>The roots of what it issues: of the first chain, and of the alternate.</summary>
    public X509Certificate2Collection IssuerRoots => [.. _ledger.Authority.Roots];

    /// <summary>All that were asked for, those that were refused too.</summary>
    public IReadOnlyList<PlacedOrder> Orders => Locked(() => _ledger.Placed.ToList());

    public IReadOnlyList<IssuedCertificate> Certificates =>
        Locked(() => _ledger.Certificates.ConvertAll(each => each.Issued));

    public IReadOnlyList<FailedValidation> FailedValidations => Locked(() => _ledger.Failed.ToList());

    /// <summary>Numbers of the accounts that it knows.</summary>
    public IReadOnlyList<int> Accounts => Locked(() => _ledger.Accounts.ConvertAll(each => each.Number));

    /// <summary>What a client that keeps to the specification never does.</summary>
    public IReadOnlyList<string> Violations => Locked(() => _ledger.Violations.ToList());

    public static async Task<AcmeSimulator> StartAsync(TimeProvider clock, AcmeBehaviour? behaviour = null)
    {
        var simulator = new AcmeSimulator(behaviour ?? new(), clock);
        await simulator.RestartAsync();
        return simulator;
    }

    /// <summary>How often it was asked for something, refused requests included.</summary>
    public int CountOf(AcmeCall call) => Locked(() => _ledger.CountOf(call));

    public int CountOfAll() => Locked(() => Enum.GetValues<AcmeCall>().Sum(_ledger.CountOf));

    public void Misbehave(AcmeMisbehaviour how) => _script.Add(how);

    public void Behave() => _script.Clear();

    /// <summary>As after a loss of its database: every account is unknown.</summary>
    public void ForgetAccounts() =>
        Locked(() =>
        {
            _ledger.Accounts.Clear();
            return true;
        });

    /// <summary>Everybody has to agree to new terms; <see cref="AgreeToTerms"/> does so, as a person does on a page.</summary>
    public void ChangeTerms() => Behaviour.TermsOfService = new Uri($"https://ca.example/terms/{Guid.NewGuid():N}");

    public void AgreeToTerms() =>
        Locked(() =>
        {
            _ledger.Accounts.ForEach(account => account.Terms = Behaviour.TermsOfService);
            return true;
        });

    /// <summary>Takes it down: connections are refused.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _listener, null) is { } listener)
        {
            await listener.DisposeAsync();
        }
    }

    /// <summary>Brings it back at the same address.</summary>
    public async Task RestartAsync()
    {
        if (_listener is not null)
        {
            throw new InvalidOperationException("The simulator is running: stop it before it can start again.");
        }
        // The first time, any port.
        var port = _ledger.Base.IsDefaultPort ? 0 : _ledger.Base.Port;
        _listener = await AcmeListener.StartAsync(port, _certificate, _endpoints.HandleAsync);
        _ledger.Base = new Uri($"https://127.0.0.1:{_listener.Port}");
    }

    /// <summary>Comes back with a TLS certificate that has run out long ago; <see cref="Roots"/> change with it.</summary>
    public async Task RestartWithOldCertificateAsync()
    {
        await StopAsync();
        _certificate = AcmeListener.NewCertificate(hasRunOut: true);
        await RestartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _ledger.Authority.Dispose();
        _certificate.Dispose();
    }

    public override string ToString() =>
        $"CA at {Directory}: {Orders.Count} orders, {Certificates.Count} certificates; {string.Join("; ", Violations)}";

    private T Locked<T>(Func<T> read)
    {
        lock (_ledger.Gate)
        {
            return read();
        }
    }
}
