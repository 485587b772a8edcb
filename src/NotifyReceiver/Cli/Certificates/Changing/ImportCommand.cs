using System.CommandLine;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Certificates.Requesting;

namespace NotifyReceiver.Cli.Certificates.Changing;

/// <summary><c>cert import</c>: a certificate is checked, kept, and served from then on.</summary>
internal static class ImportCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var files = GivenFiles.Argument(
            "A certificate and its key, one PEM file with both, or a PFX. The certificate alone will do where its key was made by 'cert csr'."
        );
        files.Arity = new ArgumentArity(1, 2);
        var password = GivenFiles.PasswordOption();
        var command = new Command(
            "import",
            "Checks a certificate and puts it in use; the files are not needed afterwards. It goes before ACME's, and after what stands in the manual directory."
        )
        {
            files,
            password,
        };
        command.SetAction(
            (parsed, stop) => RunAsync(settings, parsed.GetValue(files)!, parsed.GetValue(password), stop)
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> settings,
        string[] files,
        string? passwordFile,
        CancellationToken stop
    )
    {
        var options = Workspace.Read(settings, CertificateOptions.Read);
        var (candidate, problem) = Read(files, passwordFile, options);
        if (candidate is null)
        {
            return await CommandLine.FailAsync($"{files[0]} was not imported: {problem}");
        }
        var now = TimeProvider.System.GetUtcNow();
        var terms = new CheckTerms(options.Names, options.AreNamesRequired, now);
        var result = await CertificateCheck.RunAsync(candidate, terms, stop);
        if (result.Certificate is not { } certificate || result.Problems.Count > 0)
        {
            return await CommandLine.FailAsync($"{files[0]} was not imported: {string.Join("; ", result.Problems)}");
        }
        using var held = await WriteAccess.TakeAsync(options, stop);
        var lineage = new LineageDirectory(options).Open(LineageName.For(LineageName.Imported, certificate.Names));
        var generation = lineage.Commit(candidate, GenerationNote.Of(certificate, now, Path.GetFullPath(files[0])));
        await Console.Out.WriteLineAsync(
            $"imported {string.Join(", ", certificate.Names)} as {lineage.Name} {generation.Name}; a running service shows it within two seconds"
        );
        foreach (var warning in certificate.Warnings)
        {
            await Console.Error.WriteLineAsync($"warning: {warning}");
        }
        return ExitCode.Done;
    }

    private static (Candidate? Candidate, string? Problem) Read(
        string[] files,
        string? passwordFile,
        CertificateOptions options
    )
    {
        var drop = GivenFiles.AsDrop(files, passwordFile);
        var (content, unreadable) = drop.Read();
        if (content is null)
        {
            return (null, unreadable);
        }
        var isAlone = files.Length == 1 && !drop.IsPkcs12;
        return
            isAlone && RequestedKeys.In(options).FirstOrDefault(key => key.Fits(content.Certificate)) is { } requested
            ? requested.JoinWith(content.Certificate)
            : drop.Parse(content, options.Password);
    }
}
