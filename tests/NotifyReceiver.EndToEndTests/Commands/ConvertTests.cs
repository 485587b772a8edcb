using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Commands;

/// <summary>What a file becomes: nothing is kept, so that there need not even be a database.</summary>
public sealed class ConvertTests(ITestOutputHelper log) : IAsyncLifetime
{
    private static readonly string Sample = Samples.PathOf(Samples.FuelInvoice);

    private readonly Installation _installation = new(log);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_file_is_converted_without_leaving_anything_behind()
    {
        var text = await _installation.RunAsync("convert", Sample);
        var json = await _installation.RunAsync("convert", Sample, "--json");

        Assert.Equal(0, text.ExitCode);
        Assert.Matches("(?m)^delivery  01    001      2026/01/15 04:31:00  15898.729  INV-20260115-77$", text.Output);
        Assert.Equal(0, json.ExitCode);
        var requests = JsonElement.Parse(json.Output).Items("requests");
        HandWorked.AssertSame(HandWorked.FuelInvoice, requests.SelectMany(request => request.Items("Trama")));
        Assert.Empty(Directory.GetFileSystemEntries(_installation.Directory.Path));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_does_not_convert_fails_and_tells_every_problem()
    {
        _installation.Directory.Write("invoice.xml", new Invoice("INV-1") { Tank = "7", GrossVolume = "many" }.ToXml());

        var run = await _installation.RunAsync("convert", "invoice.xml");
        var json = await _installation.RunAsync("convert", "invoice.xml", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("tank '7'", run.Error, StringComparison.Ordinal);
        Assert.Contains("'many'", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, json.ExitCode);
        Assert.Equal(2, JsonElement.Parse(json.Output).Items("problems").Count);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_mistake_in_what_it_depends_on_is_told_as_one_of_the_settings()
    {
        _installation.Directory.Write("sites.json", "{\n  \"sites\": oops\n}");

        var run = await _installation.RunAsync("convert", Sample);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("Sites:File: sites.json: line 2: ", run.Error, StringComparison.Ordinal);
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("--profile", "fuel-invoise", "did you mean fuel-invoice?")]
    [InlineData("--site", "99999", "'99999'")]
    public async Task A_profile_or_a_site_that_is_not_there_is_not_found(string option, string value, string told)
    {
        var run = await _installation.RunAsync("convert", Sample, option, value);

        Assert.Equal(3, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }
}
