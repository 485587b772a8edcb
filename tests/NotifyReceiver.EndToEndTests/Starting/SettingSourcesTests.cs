using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Starting;

public sealed class SettingSourcesTests(ITestOutputHelper log)
{
    private const string Setting = "Receiver:SuccessStatus";

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("200", null, null, 200)]
    [InlineData("200", "204", null, 204)]
    [InlineData("202", "204", "200", 200)]
    public async Task The_command_line_wins_over_the_environment_and_that_over_the_file(
        string inFile,
        string? inEnvironment,
        string? onCommandLine,
        int expected
    )
    {
        await using var installation = new Installation(log);
        installation.Directory.Write("appsettings.json", $$"""{ "Receiver": { "SuccessStatus": "{{inFile}}" } }""");
        if (inEnvironment is not null)
        {
            installation.Settings[Setting] = inEnvironment;
        }
        await installation.StartAsync(onCommandLine is null ? [] : [$"--{Setting}={onCommandLine}"]);

        var answer = await installation.Curl.PostSampleAsync(Samples.FuelInvoice);

        Assert.Equal(expected, answer.Status);
        Assert.Equal("/petrosoft/notifications/n1", answer.Header("Location"));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_password_may_stand_in_a_file_of_its_own()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        installation.Settings.Remove("Ationet:Password");
        installation.Settings["Ationet:PasswordFile"] = "password";
        installation.Directory.Write("password", ationet.Options.Password + "\n");
        await installation.StartAsync();

        await installation.Curl.PostSampleAsync(Samples.FuelInvoice);

        await installation.Listing.WaitForInsertsAsync(2, "accepted");
        Assert.Empty(ationet.Violations);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Several_keys_are_accepted_at_once_and_none_is_made()
    {
        const string Old = "the-old-key-of-last-year";
        const string New = "the-new-key-of-this-year";
        await using var installation = new Installation(log);
        installation.Settings["Receiver:ApiKeys"] = $"{Old};{New}";
        var program = await installation.StartAsync();

        foreach (var key in new[] { Old, New })
        {
            var state = await installation.Curl.GetAsync(
                new Uri($"{program.Webhook}/n1"),
                "--header",
                $"X-Api-Key: {key}"
            );
            Assert.Equal(404, state.Status);
        }
        Assert.False(installation.Directory.Has("data/api-key"));
    }
}
