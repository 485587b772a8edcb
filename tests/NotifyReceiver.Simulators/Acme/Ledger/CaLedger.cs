using NotifyReceiver.Simulators.Acme.Issuing;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Ledger;

/// <summary>All that the CA knows. Whoever reads or writes holds <see cref="Gate"/>.</summary>
internal sealed class CaLedger(AcmeBehaviour behaviour, TimeProvider clock)
{
    private readonly Dictionary<AcmeCall, int> _counts = [];
    private int _lastNumber;

    public Lock Gate { get; } = new();

    public AcmeBehaviour Behaviour { get; } = behaviour;

    public CertificateAuthority Authority { get; } = new(clock.GetUtcNow());

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Where it listens, once it does.</summary>
    public Uri Base { get; set; } = new("https://127.0.0.1");

    public List<LedgerAccount> Accounts { get; } = [];

    public List<LedgerOrder> Orders { get; } = [];

    public List<LedgerAuthorization> Authorizations { get; } = [];

    public List<LedgerCertificate> Certificates { get; } = [];

    public List<PlacedOrder> Placed { get; } = [];

    public List<FailedValidation> Failed { get; } = [];

    public List<string> Violations { get; } = [];

    /// <summary>One for everything, so that no two addresses are alike.</summary>
    public int NextNumber() => ++_lastNumber;

    public Uri Address(string path, int number) => new(Base, $"/{path}/{number}");

    public void Count(AcmeCall call) => _counts[call] = CountOf(call) + 1;

    public int CountOf(AcmeCall call) => _counts.GetValueOrDefault(call);

    public LedgerOrder Order(int number, LedgerAccount account) =>
        Own(Orders.Find(each => each.Number == number), each => each.Account, account);

    public LedgerAuthorization Authorization(int number, LedgerAccount account) =>
        Own(Authorizations.Find(each => each.Number == number), each => each.Account, account);

    public LedgerCertificate Certificate(int number, LedgerAccount account) =>
        Own(Certificates.Find(each => each.Number == number), each => each.Account, account);

    public LedgerAuthorization AuthorizationOf(int challenge, LedgerAccount account) =>
        Own(
            Authorizations.Find(each => each.Challenges.Any(part => part.Number == challenge)),
            each => each.Account,
            account
        );

    public LedgerCertificate? CertificateOf(string renewalId) =>
        Certificates.Find(each => each.Issued.RenewalId == renewalId);

    public void Clear()
    {
        _counts.Clear();
        Violations.Clear();
    }

    private static T Own<T>(T? found, Func<T, LedgerAccount> owner, LedgerAccount account)
        where T : class
    {
        if (found is null)
        {
            throw new RefusalException(404, "malformed", "there is no such thing here");
        }
        return owner(found) == account
            ? found
            : throw new RefusalException(403, "unauthorized", "this belongs to another account");
    }
}
