namespace NotifyReceiver.Certificates.Renewing.Planning;

/// <summary>A CA asked to be left alone.</summary>
/// <param name="Ca">The section of its settings.</param>
internal sealed record AskedRest(string Ca, DateTimeOffset From, DateTimeOffset Until)
{
    // A rest that begins in future was written while the clock was ahead; when it ends nobody can tell.
    public bool LastsAt(DateTimeOffset now) => From <= now && now < Until;
}
