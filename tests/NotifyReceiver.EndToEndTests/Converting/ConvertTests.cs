using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Converting;

/// <summary><c>convert</c> in a directory without a service, unless a test starts one.</summary>
public sealed class ConvertTests(ITestOutputHelper log)
{
    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_file_is_shown_as_rows_and_as_the_requests_that_would_be_sent_and_nothing_is_kept()
    {
        await using var installation = new Installation(log);

        var run = await installation.RunAsync("convert", Samples.PathOf(Samples.FuelInvoice));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["delivery", "01", "001", "2026/01/15", "04:31:00", "15898.729", "INV-20260115-77"],
            lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
        var requests = lines.Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement);
        Assert.Equal(["701", "701"], requests.Select(request => request.GetProperty("ActionCode").GetString()));
        Assert.Empty(Directory.GetFileSystemEntries(installation.Directory.Path));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task An_explanation_has_an_aligned_line_for_every_field()
    {
        await using var installation = new Installation(log);

        var run = await installation.RunAsync("convert", Samples.PathOf(Samples.TankReadings), "--explain");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Output.Split('\n');
        var volumeAt = Array.FindIndex(lines, line => line.StartsWith("Volume ", StringComparison.Ordinal));
        var head = lines[..volumeAt].Last(line => line.StartsWith("FIELD ", StringComparison.Ordinal));
        string Cell(string title) => lines[volumeAt][head.IndexOf(title, StringComparison.Ordinal)..].Split("  ")[0];
        Assert.Equal(
            ("volume", "6098.4", "usgal → l, 3 decimals", "23084.955"),
            (Cell("SELECTOR"), Cell("DOCUMENT"), Cell("CONVERSION"), Cell("RESULT"))
        );
        Assert.Contains("not       fuel-invoice: its root is 'document'", run.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_does_not_map_fails_with_every_problem_and_its_explanation_goes_on()
    {
        await using var installation = new Installation(log);
        var text = await File.ReadAllTextAsync(Samples.PathOf(Samples.FuelInvoice));
        var file = installation.Directory.Write(
            "invoice.xml",
            text.Replace("<TankID>1<", "<TankID>8<", StringComparison.Ordinal)
                .Replace("2500.0", "much", StringComparison.Ordinal)
        );

        var run = await installation.RunAsync("convert", file, "--explain");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "delivery 1 (FuelProducts/FuelProduct), TankNumber: tank '8'",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "delivery 2 (FuelProducts/FuelProduct), TotalVolume: 'much'",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("none: 'much' is not a number like 4200.5", run.Output, StringComparison.Ordinal);
        Assert.Contains("9441.196", run.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Json_has_the_identity_the_requests_and_every_field()
    {
        await using var installation = new Installation(log);

        var run = await installation.RunAsync("convert", Samples.PathOf(Samples.FuelInvoice), "--explain", "--json");

        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.True(json.GetProperty("maps").GetBoolean());
        Assert.Equal(
            """["fuel-invoice","12345","Northern Fuel Terminals","INV-20260115-77"]""",
            json.GetProperty("identity").GetString()
        );
        Assert.Equal(2, json.GetProperty("requests").GetArrayLength());
        Assert.Equal(
            "TankNumber",
            json.GetProperty("rows")[0].GetProperty("fields")[0].GetProperty("field").GetString()
        );
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_profile_that_looks_at_the_path_is_tried_with_one()
    {
        await using var installation = new Installation(log);
        Directory.CreateDirectory(Path.Combine(installation.Directory.Path, "profiles"));
        installation.Directory.Write(
            "profiles/mine.json",
            """{ "name": "mine", "when": { "path": "*/mine/*", "documentType": "m" }, "location": "LocationID", "rows": [] }"""
        );
        string[] command = ["convert", Samples.PathOf(Samples.FuelInvoice), "--json"];

        var with = await installation.RunAsync([.. command, "--path", "1/mine/a.xml", "--document-type", "m"]);
        var without = await installation.RunAsync(command);

        Assert.Contains("\"profile\": \"mine\"", with.Output, StringComparison.Ordinal);
        Assert.Contains("\"profile\": \"fuel-invoice\"", without.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_notification_that_was_kept_is_converted_by_its_id()
    {
        await using var installation = new Installation(log);
        await installation.StartAsync();
        var id = await installation.Curl.PostTextAsync(
            "<Timesheet><LocationID>12345</LocationID></Timesheet>",
            Samples.Xml
        );
        await installation.Listing.WaitForNotificationAsync(id, "quarantined");

        var recognised = await installation.RunAsync("convert", id);
        var asked = await installation.RunAsync("convert", id, "--profile", "fuel-invoice", "--site", "12345");

        Assert.Equal(1, recognised.ExitCode);
        Assert.Contains("'Timesheet'", recognised.Error, StringComparison.Ordinal);
        Assert.Equal(0, asked.ExitCode);
        Assert.Contains("it yields nothing", asked.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_document_in_an_envelope_is_converted_as_the_service_reads_it()
    {
        await using var installation = new Installation(log);
        await installation.StartAsync();
        var envelope = new
        {
            Type = "Notification",
            MessageId = "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
            TopicArn = "arn:aws:sns:us-east-1:111122223333:business-documents",
            Message = Samples.Text(Samples.FuelInvoice),
        };
        var id = await installation.Curl.PostTextAsync(JsonSerializer.Serialize(envelope), Samples.Json);
        await installation.Listing.WaitForNotificationAsync(id, "converted");

        var converted = await installation.RunAsync("convert", id, "--json");

        Assert.Equal(0, converted.ExitCode);
        Assert.Contains("\"profile\": \"fuel-invoice\"", converted.Output, StringComparison.Ordinal);
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(3, "there is neither a file nor a notification 'none.xml'", "none.xml")]
    [InlineData(3, "there is no profile 'fuel-invoce'; did you mean fuel-invoice?", null, "--profile", "fuel-invoce")]
    [InlineData(3, "there is no site of location '999'", null, "--site", "999")]
    [InlineData(2, "--bogus", null, "--bogus")]
    public async Task What_is_not_there_or_not_known_has_its_exit_code(
        int code,
        string told,
        string? file,
        params string[] options
    )
    {
        await using var installation = new Installation(log);

        var run = await installation.RunAsync(["convert", file ?? Samples.PathOf(Samples.FuelInvoice), .. options]);

        Assert.Equal(code, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
