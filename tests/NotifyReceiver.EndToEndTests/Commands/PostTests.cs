using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Commands;

public sealed class PostTests(DryRunInstallation shared, ITestOutputHelper log)
    : IClassFixture<DryRunInstallation>,
        IDisposable
{
    private static readonly string Sample = Samples.PathOf(Samples.FuelInvoice);

    private Installation Installation => shared.Installation;

    public void Dispose() => log.WriteLine(Installation.Transcript);

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_file_is_posted_with_the_key_and_the_certificate_of_this_installation()
    {
        var run = await Installation.RunAsync("post", Sample, "--json");

        Assert.Equal(0, run.ExitCode);
        var answer = JsonElement.Parse(run.Output);
        Assert.Equal(202, answer.Number("status"));
        Assert.Equal("/petrosoft/notifications/n1", answer.Text("location"));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_wrong_key_fails_and_shows_why()
    {
        var run = await Installation.RunAsync("post", Sample, "--key", "wrong-key-that-nobody-accepts");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("401", run.Output, StringComparison.Ordinal);
        Assert.Contains("wrong-api-key", run.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Nobody_there_is_told_apart()
    {
        string nobody;
        using (var trap = new Trap())
        {
            nobody = $"https://127.0.0.1:{trap.Address.Port}/petrosoft/notifications";
        }

        var run = await Installation.RunAsync("post", Sample, "--url", nobody);

        Assert.Equal(4, run.ExitCode);
        Assert.Empty(run.Output);
        var line = Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains($"cannot reach {nobody}", line, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Another_certificate_than_this_installation_s_own_is_not_trusted()
    {
        await using var other = new Installation(log);
        var stranger = await other.StartAsync();

        var run = await Installation.RunAsync("post", Sample, "--url", $"{stranger.Webhook}", "--key", other.ApiKey);

        Assert.Equal(4, run.ExitCode);
        Assert.Equal(0, CountOf("stored", stranger.Output));
    }

    private static int CountOf(string part, string text) => text.Split(part).Length - 1;
}
