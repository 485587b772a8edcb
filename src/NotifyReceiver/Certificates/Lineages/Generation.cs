namespace NotifyReceiver.Certificates.Lineages;

/// <param name="Name">Such as <c>20261122T083940Z-03f2a9c1</c>: when it was committed, and how its fingerprint begins.</param>
/// <param name="Directory">Where <c>fullchain.pem</c>, <c>privkey.pem</c> and <c>note.json</c> stand.</param>
internal sealed record Generation(string Name, string Directory, GenerationNote Note);
