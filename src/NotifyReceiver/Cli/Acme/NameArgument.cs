using System.CommandLine;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Cli.Acme;

/// <summary>Which of the configured certificates a command is about.</summary>
internal static class NameArgument
{
    public static Argument<string?> Create() =>
        new("NAME")
        {
            Description = "a host name or address of the certificate that is meant; left out: all of them",
            Arity = ArgumentArity.ZeroOrOne,
        };

    public static IReadOnlyList<IReadOnlyList<string>> Choose(AcmeOptions options, string? name) =>
        [
            .. options.Certificates.Where(names =>
                name is null || names.Contains(name, StringComparer.OrdinalIgnoreCase)
            ),
        ];
}
