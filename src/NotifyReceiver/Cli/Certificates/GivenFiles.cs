using System.CommandLine;
using NotifyReceiver.Certificates.Manual;

namespace NotifyReceiver.Cli.Certificates;

/// <summary>Certificate files that are named on the command line.</summary>
internal static class GivenFiles
{
    public static Argument<string[]> Argument(string description) => new("files") { Description = description };

    public static Option<string?> PasswordOption() =>
        new("--password-file")
        {
            Description = "A file with the password of the key or the PFX; without it, Certificates:Password.",
        };

    /// <param name="files">One or two: a certificate, and its key where that is in a file of its own.</param>
    public static Drop AsDrop(string[] files, string? passwordFile) =>
        new(
            Path.GetFileNameWithoutExtension(files[0]),
            files[0],
            files.Length > 1 ? files[1] : null,
            passwordFile ?? Path.ChangeExtension(files[0], ".pass")
        );
}
