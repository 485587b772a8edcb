using System.CommandLine;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Certificates.Requesting;

namespace NotifyReceiver.Cli.Certificates.Changing;

/// <summary><c>cert csr</c>: a request for a CA that people write to.</summary>
internal static class CsrCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var names = new Option<string[]>("--name")
        {
            Description = "A host name that callers use; may be given several times; without it, Certificates:Names.",
        };
        names.Validators.Add(result =>
        {
            foreach (var wrong in result.Tokens.Select(token => token.Value).Where(it => !HostNames.IsOne(it)))
            {
                result.AddError($"--name: '{wrong}' is neither a host name nor an address");
            }
        });
        var type = new Option<string>("--key-type")
        {
            Description = "ec256, ec384, rsa2048, rsa3072 or rsa4096.",
            DefaultValueFactory = _ => "ec256",
        };
        type.AcceptOnlyFromAmong([.. AcmeOptions.KeyTypes.Keys]);
        var command = new Command(
            "csr",
            "Writes a certificate signing request. Its key stays here; 'cert import' with the answer finds it."
        )
        {
            names,
            type,
        };
        command.SetAction(
            (parsed, stop) =>
                RunAsync(settings, parsed.GetValue(names) ?? [], AcmeOptions.KeyTypes[parsed.GetValue(type)!], stop)
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> settings,
        string[] names,
        LeafKeyType type,
        CancellationToken stop
    )
    {
        var options = Workspace.Read(settings, CertificateOptions.Read);
        var wanted = names.Length > 0 ? names : options.Names;
        if (wanted.Count == 0)
        {
            return await CommandLine.FailAsync(
                "for which host name? Say --name, or set Certificates:Names",
                ExitCode.WrongUsage
            );
        }
        using var held = await WriteAccess.TakeAsync(options, stop);
        var file = CertificateSigningRequest.Create(options, wanted, type);
        await Console.Out.WriteAsync(await File.ReadAllTextAsync(file, stop));
        await Console.Out.WriteLineAsync();
        await Console.Error.WriteLineAsync(
            $"Send the request above ({file}) to your CA. When its answer has come: notify-receiver cert import ANSWER.crt"
        );
        return ExitCode.Done;
    }
}
