namespace NotifyReceiver.Dispatching.Destinations;

/// <summary>That ATIONET refused the credentials of a destination.</summary>
/// <param name="Destination">Its name: <c>default</c> or the network's code.</param>
/// <param name="Purpose"><c>insert</c>: nothing is sent; <c>verify</c>: nothing is looked up.</param>
/// <param name="Credentials">A <see cref="CredentialPrint"/>.</param>
internal sealed record Stop(
    string Destination,
    string Purpose,
    DateTimeOffset StoppedAt,
    string Reason,
    string Credentials
)
{
    public const string Insert = "insert";
    public const string Verify = "verify";
}
