using System.CommandLine;
using System.Globalization;

namespace NotifyReceiver.Simulators.Cli;

internal static class PortOption
{
    public static Option<int> Create(int preset)
    {
        var option = new Option<int>("--port")
        {
            Description = "The port on 127.0.0.1; 0 takes a free one.",
            DefaultValueFactory = _ => preset,
        };
        option.Validators.Add(result =>
        {
            if (
                !int.TryParse(result.Tokens.SingleOrDefault()?.Value ?? "0", CultureInfo.InvariantCulture, out var port)
                || port is < 0 or > 65535
            )
            {
                result.AddError("--port must be a number from 0 to 65535.");
            }
        });
        return option;
    }
}
