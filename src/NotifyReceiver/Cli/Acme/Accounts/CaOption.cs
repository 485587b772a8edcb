using System.CommandLine;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Cli.Acme.Accounts;

/// <summary>Which of the configured CAs a command is about.</summary>
internal static class CaOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--ca")
        {
            Description = "which CA is meant",
            DefaultValueFactory = _ => "first",
        };
        option.AcceptOnlyFromAmong("first", "second", "staging");
        return option;
    }

    /// <summary>Null when it is not configured.</summary>
    public static CaOptions? Choose(AcmeOptions options, string ca) =>
        ca switch
        {
            "second" => options.Second,
            "staging" => options.Staging,
            _ => options.First,
        };

    public static Task<int> FailAsync(string ca) =>
        CommandLine.FailAsync(
            $"there is no {ca} CA: Acme:{char.ToUpperInvariant(ca[0])}{ca[1..]}:Directory is missing",
            ExitCode.NotFound
        );
}
