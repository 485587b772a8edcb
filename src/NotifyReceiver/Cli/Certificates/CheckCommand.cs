using System.CommandLine;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Manual;

namespace NotifyReceiver.Cli.Certificates;

/// <summary><c>cert check</c>: would these files be served? Nothing is changed.</summary>
internal static class CheckCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var files = GivenFiles.Argument(
            "A certificate and its key, one PEM file with both, or a PFX; without any, what stands in the manual directory."
        );
        files.Arity = new ArgumentArity(0, 2);
        var password = GivenFiles.PasswordOption();
        var names = new Option<string[]>("--name")
        {
            Description = "A host name that callers use, instead of Certificates:Names; may be given several times.",
        };
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "check",
            "Tells whether certificate files would be served, and all that is wrong with them."
        )
        {
            files,
            password,
            names,
            json,
        };
        command.SetAction(
            (parsed, stop) =>
                RunAsync(
                    settings,
                    parsed.GetValue(files) ?? [],
                    parsed.GetValue(password),
                    parsed.GetValue(names) ?? [],
                    parsed.GetValue(json),
                    stop
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> settings,
        string[] files,
        string? passwordFile,
        string[] names,
        bool json,
        CancellationToken stop
    )
    {
        var options = Workspace.Read(settings, CertificateOptions.Read);
        var (drops, problem) =
            files.Length > 0 ? ([GivenFiles.AsDrop(files, passwordFile)], null) : new ManualDirectory(options).List();
        if (drops.Count == 0)
        {
            return await CommandLine.FailAsync(
                problem ?? $"there are no certificate files in {options.Directory}/manual; name some",
                ExitCode.NotFound
            );
        }
        var terms = new CheckTerms(
            names.Length > 0 ? names : options.Names,
            options.AreNamesRequired,
            TimeProvider.System.GetUtcNow()
        );
        List<Checked> all = [];
        foreach (var drop in drops)
        {
            all.Add(await CheckAsync(drop, options, terms, stop));
        }
        Write(all, json);
        return all.TrueForAll(it => it.IsUsable) ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<Checked> CheckAsync(
        Drop drop,
        CertificateOptions options,
        CheckTerms terms,
        CancellationToken stop
    )
    {
        var (content, unreadable) = drop.Read();
        if (content is null)
        {
            return new Checked(drop.CertificateFile, false, [unreadable!], [], null);
        }
        var (candidate, problem) = drop.Parse(content, options.Password);
        if (candidate is null)
        {
            return new Checked(drop.CertificateFile, false, [problem!], [], null);
        }
        var result = await CertificateCheck.RunAsync(candidate, terms, stop);
        return new Checked(
            drop.CertificateFile,
            result.Problems.Count == 0,
            result.Problems,
            result.Certificate?.Warnings ?? [],
            result.Certificate is { } certificate
                ? new CheckedCertificate(
                    certificate.Names,
                    certificate.Key,
                    certificate.Issuer,
                    certificate.NotBefore,
                    certificate.NotAfter,
                    certificate.ChainSent,
                    certificate.ChainConfigured,
                    certificate.Sha256
                )
                : null
        );
    }

    private static void Write(List<Checked> all, bool json)
    {
        if (json)
        {
            Output.WriteJson(new { files = all });
            return;
        }
        foreach (var it in all)
        {
            Console.Out.WriteLine($"{(it.IsUsable ? "usable" : "NOT usable")}  {it.File}");
            if (it.Certificate is { } found)
            {
                Console.Out.WriteLine($"    names    {string.Join(", ", found.Names)}");
                Console.Out.WriteLine($"    valid    {Output.Time(found.NotBefore)} to {Output.Time(found.NotAfter)}");
                Console.Out.WriteLine($"    key      {found.Key}, issued by {found.Issuer}");
                Console.Out.WriteLine(
                    $"    chain    {found.ChainSent} of {found.ChainConfigured} certificates would be sent"
                );
                Console.Out.WriteLine($"    SHA-256  {found.Sha256}");
            }
            foreach (var problem in it.Problems)
            {
                Console.Out.WriteLine($"    PROBLEM  {problem}");
            }
            foreach (var warning in it.Warnings)
            {
                Console.Out.WriteLine($"    warning  {warning}");
            }
        }
    }

    private sealed record Checked(
        string File,
        bool IsUsable,
        IReadOnlyList<string> Problems,
        IReadOnlyList<string> Warnings,
        CheckedCertificate? Certificate
    );

    private sealed record CheckedCertificate(
        IReadOnlyList<string> Names,
        string Key,
        string Issuer,
        DateTimeOffset NotBefore,
        DateTimeOffset NotAfter,
        int ChainSent,
        int ChainConfigured,
        string Sha256
    );
}
