using System.Text.Encodings.Web;
using System.Text.Json;
using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Certificates.Lineages;

/// <summary>The files of one generation. They are written beside it first: a directory under its own name is whole.</summary>
internal static class GenerationFiles
{
    public const string Certificate = "fullchain.pem";
    public const string Key = "privkey.pem";
    private const string Note = "note.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string directory, Candidate candidate, GenerationNote note)
    {
        var lineage = Path.GetDirectoryName(directory)!;
        RemoveUnfinished(lineage);
        var beside = Path.Combine(lineage, $".{Path.GetFileName(directory)}");
        OwnerOnly.CreateDirectory(beside);
        OwnerOnly.Write(Path.Combine(beside, Key), CandidateText.KeyPem(candidate));
        OwnerOnly.Write(Path.Combine(beside, Certificate), CandidateText.CertificatePem(candidate));
        OwnerOnly.Write(Path.Combine(beside, Note), JsonSerializer.Serialize(note, Json));
        Directory.Move(beside, directory);
    }

    /// <summary>The generation that stands there; null when it is none, or not whole.</summary>
    public static Generation? Find(string directory)
    {
        var name = Path.GetFileName(directory);
        try
        {
            var note = JsonSerializer.Deserialize<GenerationNote>(
                File.ReadAllBytes(Path.Combine(directory, Note)),
                Json
            );
            var generation = note is null ? null : new Generation(name, directory, note);
            return IsUnfinished(name) || !File.Exists(generation?.CertificateFile) || !File.Exists(generation.KeyFile)
                ? null
                : generation;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    // Somebody died while writing it. A key that nobody uses must not lie about.
    private static void RemoveUnfinished(string lineage)
    {
        foreach (
            var unfinished in Directory.EnumerateDirectories(lineage).Where(it => IsUnfinished(Path.GetFileName(it)))
        )
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private static bool IsUnfinished(string name) => name.StartsWith('.');
}
