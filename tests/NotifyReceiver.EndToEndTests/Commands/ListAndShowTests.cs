using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Commands;

public sealed class ListAndShowTests(TwoNotifications shared, ITestOutputHelper log)
    : IClassFixture<TwoNotifications>,
        IDisposable
{
    private Installation Installation => shared.Installation;

    public void Dispose() => log.WriteLine(Installation.Transcript);

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(new[] { "list", "--json" }, new[] { "n2", "n1" })]
    [InlineData(new[] { "list", "notifications", "--json" }, new[] { "n2", "n1" })]
    [InlineData(new[] { "list", "--json", "--most", "1" }, new[] { "n2" })]
    [InlineData(new[] { "list", "--json", "--state", "quarantined" }, new[] { "n2" })]
    [InlineData(new[] { "list", "--json", "--state", "converted" }, new[] { "n1" })]
    [InlineData(new[] { "list", "--json", "--state", "pending" }, new string[0])]
    [InlineData(new[] { "list", "inserts", "--json" }, new[] { "i2", "i1" })]
    [InlineData(new[] { "list", "inserts", "--json", "--most", "1" }, new[] { "i2" })]
    [InlineData(new[] { "list", "inserts", "--json", "--state", "held" }, new string[0])]
    public async Task A_list_has_what_was_asked_for_and_the_newest_first(string[] command, string[] ids)
    {
        var run = await Installation.RunAsync(command);

        Assert.Equal(0, run.ExitCode);
        var list = JsonElement.Parse(run.Output);
        Assert.Equal(JsonValueKind.Array, list.ValueKind);
        Assert.Equal(ids, list.EnumerateArray().Select(entry => entry.Text("id")));
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(new[] { "list" }, 3)]
    [InlineData(new[] { "list", "--most", "1" }, 2)]
    [InlineData(new[] { "list", "--state", "pending" }, 1)]
    [InlineData(new[] { "list", "inserts" }, 3)]
    public async Task A_table_has_a_head_and_a_line_for_each(string[] command, int lines)
    {
        var run = await Installation.RunAsync(command);

        Assert.Equal(0, run.ExitCode);
        var table = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(lines, table.Length);
        Assert.StartsWith("ID", table[0], StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_body_is_shown_byte_for_byte()
    {
        var sample = await File.ReadAllBytesAsync(Samples.PathOf(Samples.FuelInvoice));

        var document = await Installation.RunAsync("show", "n1", "--body");
        var bytes = await Installation.RunAsync("show", "n2", "--body");
        var inJson = await Installation.Listing.ShowAsync("n2");

        Assert.Equal(sample, document.OutputBytes.ToArray());
        Assert.Equal(TwoNotifications.Bytes, bytes.OutputBytes.ToArray());
        Assert.Equal(TwoNotifications.Bytes, inJson.GetProperty("bodyBase64").GetBytesFromBase64());
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("show", "n99")]
    [InlineData("show", "i99")]
    [InlineData("show", "whatever")]
    [InlineData("show", "n99", "--body")]
    [InlineData("replay", "n99")]
    [InlineData("replay", "i99")]
    [InlineData("release", "i99")]
    [InlineData("release", "n1")]
    [InlineData("dismiss", "i99")]
    [InlineData("dismiss", "n99")]
    [InlineData("convert", "n99")]
    [InlineData("convert", "no-such-file.xml")]
    [InlineData("profiles", "show", "no-such-profile")]
    [InlineData("profiles", "check", "no-such-file.json")]
    [InlineData("profiles", "draft", "no-such-file.xml")]
    [InlineData("post", "no-such-file.xml")]
    public async Task What_is_not_there_is_not_found(params string[] command)
    {
        var run = await Installation.RunAsync(command);

        Assert.Equal(3, run.ExitCode);
        Assert.Empty(run.Output);
        var line = Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains($"'{command.Last(word => word != "--body")}'", line, StringComparison.Ordinal);
    }
}
