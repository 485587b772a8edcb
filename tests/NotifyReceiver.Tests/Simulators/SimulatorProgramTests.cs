using System.Diagnostics;
using NotifyReceiver.Simulators.Ationet;

namespace NotifyReceiver.Tests.Simulators;

public sealed class SimulatorProgramTests
{
    [Fact]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        var port = new Uri(ationet.BaseUrl).Port;

        var (exitCode, _, errors) = await RunAsync("petrosoft", "--port", $"{port}");

        Assert.Equal(4, exitCode);
        Assert.Contains($"{port}", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port must be a number", "ationet", "--port", "high")]
    [InlineData("--port must be a number", "ationet", "--port", "70000")]
    [InlineData("--nonsense", "ationet", "--nonsense")]
    [InlineData("--token-lifetime must be", "petrosoft", "--token-lifetime", "0")]
    [InlineData("There is no directory", "petrosoft", "--directory", "no-such-directory")]
    [InlineData("command", "")]
    public async Task Wrong_usage_is_told(string reason, params string[] arguments)
    {
        var (exitCode, _, errors) = await RunAsync([.. arguments.Where(argument => argument.Length > 0)]);

        Assert.Equal(2, exitCode);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ationet")]
    [InlineData("petrosoft")]
    public async Task Help_tells_how_to_steer_it(string command)
    {
        var (exitCode, output, _) = await RunAsync(command, "--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("/_simulator/misbehave", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_tells_its_address_and_credentials_and_a_line_for_each_request()
    {
        using var patience = new CancellationTokenSource(AtionetCaller.Patience);
        using var process = Start("petrosoft", "--port", "0", "--password", "open sesame");
        try
        {
            var output = process.StandardOutput;
            var address = (await output.ReadLineAsync(patience.Token))!.Split(' ')[^1];
            Assert.Contains("open sesame", await output.ReadLineAsync(patience.Token), StringComparison.Ordinal);

            using var client = new HttpClient { Timeout = AtionetCaller.Patience };
            using var response = await client.GetAsync(new Uri($"{address}/nowhere"), patience.Token);
            string? line;
            do
            {
                line = await output.ReadLineAsync(patience.Token);
            } while (line?.StartsWith('#') is false);

            Assert.Contains("GET /nowhere", line, StringComparison.Ordinal);
            Assert.Contains("404", line, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task It_tells_its_address_and_no_request_when_it_is_to_be_quiet()
    {
        using var patience = new CancellationTokenSource(AtionetCaller.Patience);
        using var process = Start("ationet", "--port", "0", "--quiet");
        try
        {
            var address = (await process.StandardOutput.ReadLineAsync(patience.Token))!.Split(' ')[^1];
            using var client = new HttpClient { Timeout = AtionetCaller.Patience };
            using var response = await client.GetAsync(new Uri($"{address}/nowhere"), patience.Token);
        }
        finally
        {
            process.Kill();
        }

        // A line is written before its request is answered.
        var rest = await process.StandardOutput.ReadToEndAsync(patience.Token);
        Assert.Contains("/_simulator/state", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("/nowhere", rest, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var patience = new CancellationTokenSource(AtionetCaller.Patience);
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await errors);
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "notify-receiver-simulators.dll"), .. arguments]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
