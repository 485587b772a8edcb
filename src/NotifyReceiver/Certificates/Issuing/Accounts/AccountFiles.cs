using NotifyReceiver.Certificates.Acme.Signing;
using NotifyReceiver.Certificates.Issuing.Keeping;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Certificates.Issuing.Accounts;

/// <summary>The accounts on disk: for each CA a key and a note. Hold the <see cref="CertificateLock"/> to change them.</summary>
internal sealed class AccountFiles(AcmeFiles files)
{
    public string DirectoryOf(Uri ca) => files.AccountDirectory(ca);

    /// <summary>The key of the account; neither key nor problem where there is none yet.</summary>
    public (AccountKey? Key, string? Problem) Key(Uri ca) => Read(KeyFile(ca));

    /// <summary>The key of a roll-over that has not come to its end; a CA alone knows whether it counts already.</summary>
    public (AccountKey? Key, string? Problem) NextKey(Uri ca) => Read(NextKeyFile(ca));

    public (AccountNote? Note, string? Problem) Note(Uri ca) => JsonFile.Read<AccountNote>(NoteFile(ca));

    public void Keep(Uri ca, AccountKey key) => Write(KeyFile(ca), key);

    public void Keep(AccountNote note) => JsonFile.Write(NoteFile(note.Ca), note);

    public void KeepNext(Uri ca, AccountKey next) => Write(NextKeyFile(ca), next);

    /// <summary>The next key is the account's key from now on.</summary>
    public void TakeNext(Uri ca) => File.Move(NextKeyFile(ca), KeyFile(ca), overwrite: true);

    public void DropNext(Uri ca) => JsonFile.Remove(NextKeyFile(ca));

    /// <summary>The account is no more. Its key stays beside, because a certificate may still have to be revoked by it.</summary>
    public void Retire(Uri ca)
    {
        File.Move(KeyFile(ca), KeyFile(ca) + ".deactivated", overwrite: true);
        JsonFile.Remove(NoteFile(ca));
    }

    private string KeyFile(Uri ca) => Path.Combine(DirectoryOf(ca), "account.key");

    private string NextKeyFile(Uri ca) => KeyFile(ca) + ".next";

    private string NoteFile(Uri ca) => Path.Combine(DirectoryOf(ca), "account.json");

    private static (AccountKey? Key, string? Problem) Read(string file)
    {
        try
        {
            var key = AccountKey.FromPem(File.ReadAllText(file));
            return key is null
                ? (null, $"'{file}' is not a P-256 private key; restore it, or remove it to register anew")
                : (key, null);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, null);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, $"'{file}' cannot be read: {unreadable.Message}");
        }
    }

    private static void Write(string file, AccountKey key)
    {
        OwnerOnly.CreateDirectory(Path.GetDirectoryName(file)!);
        OwnerOnly.Write(file, key.ToPem());
    }
}
