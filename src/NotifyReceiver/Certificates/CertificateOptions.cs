using NotifyReceiver.Settings;

namespace NotifyReceiver.Certificates;

/// <param name="Directory">Where certificates and their keys are kept.</param>
/// <param name="Names">The host names and addresses that callers use; empty: nobody said.</param>
/// <param name="AreNamesRequired">Whether a certificate that leaves one of them out is refused.</param>
/// <param name="Password">For encrypted keys and PFX files that have no <c>.pass</c> file beside them; null: none.</param>
internal sealed record CertificateOptions(
    string Directory,
    IReadOnlyList<string> Names,
    bool AreNamesRequired,
    string? Password
)
{
    private const string NamesKey = "Certificates:Names";

    /// <summary>As they are where nothing but the directory is set.</summary>
    public static CertificateOptions In(string directory) =>
        new(directory, [], AreNamesRequired: false, Password: null);

    public static CertificateOptions Read(SettingsReader settings)
    {
        var names = settings.List(NamesKey);
        foreach (var wrong in names.Where(name => !HostNames.IsOne(name)))
        {
            settings.Mistake(
                NamesKey,
                $"'{wrong}' is neither a host name nor an address; several are separated by ';'"
            );
        }
        return new CertificateOptions(
            settings.Text("Certificates:Directory", "certs"),
            names,
            settings.YesOrNo("Certificates:RequireNames", otherwise: false),
            settings.Text("Certificates:Password")
        );
    }
}
