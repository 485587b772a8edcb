using NotifyReceiver.Certificates.Acme;
using NotifyReceiver.Certificates.Acme.Signing;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Certificates.Issuing.Accounts;

/// <summary>An account that can ask something of its CA.</summary>
internal sealed record OpenedAccount(CaOptions Ca, AcmeClient Anybody, AccountKey Key, AccountNote Note) : IDisposable
{
    public AccountClient Client { get; } = Anybody.As(Key, Note.Address);

    public void Dispose() => Key.Dispose();
}
