namespace NotifyReceiver.Certificates.Issuing.Keeping;

/// <summary>The open order of each lineage, and of its rehearsal. Hold the <see cref="CertificateLock"/> to change them.</summary>
internal sealed class OpenOrders(AcmeFiles files)
{
    /// <summary>Null when there is none, or what is left of it cannot be read: then a new one is placed.</summary>
    public OpenOrder? Of(string lineage, bool isRehearsal) =>
        JsonFile.Read<OpenOrder>(File(lineage, isRehearsal)).Value;

    public void Keep(string lineage, bool isRehearsal, OpenOrder order) =>
        JsonFile.Write(File(lineage, isRehearsal), order);

    public void Forget(string lineage, bool isRehearsal) => JsonFile.Remove(File(lineage, isRehearsal));

    private string File(string lineage, bool isRehearsal) => files.For(lineage, isRehearsal ? "rehearsal" : "order");
}
