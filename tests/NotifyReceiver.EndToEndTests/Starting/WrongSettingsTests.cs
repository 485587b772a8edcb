using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Starting;

public sealed class WrongSettingsTests(ITestOutputHelper log)
{
    private const string ShortKey = "fifteen-chars-k";
    private const string Password = "p-93e2c6a1-password";

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Every_mistake_has_a_line_of_its_own_that_names_the_setting_and_no_secret()
    {
        await using var installation = new Installation(log);
        installation.Settings["Receiver:Listen"] = "ftp://nowhere";
        installation.Settings["Receiver:ApiKeys"] = ShortKey;
        installation.Settings["Receiver:MaxBodyByte"] = "100";
        installation.Settings["Ationet:BaseUrl"] = "http://native.ationet.com";
        installation.Settings["Ationet:Password"] = Password;

        var run = await installation.RunAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        var lines = run.Error.TrimEnd('\n').Split('\n');
        Assert.Equal("notify-receiver: the settings are wrong:", lines[0]);
        Assert.Collection(
            lines[1..].Order(StringComparer.Ordinal),
            line => AssertSays(line, "Ationet:BaseUrl: is not https"),
            line => AssertSays(line, "Ationet:UserName: is missing"),
            line => AssertSays(line, "Receiver:ApiKeys: key 1 has 15 characters; 16 are the least"),
            line => AssertSays(line, "Receiver:Listen: 'ftp://nowhere' is not an address to listen on"),
            line => AssertSays(line, "Receiver:MaxBodyByte: is not a setting; did you mean Receiver:MaxBodyBytes?"),
            line => AssertSays(line, "Sites:File: there is no file 'sites.json'")
        );
        Assert.DoesNotContain(ShortKey, run.All, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, run.All, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(installation.Directory.Path));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_broken_settings_file_is_told_with_its_name_and_the_line_as_an_editor_counts()
    {
        await using var installation = new Installation(log);
        installation.Directory.Write(
            "appsettings.json",
            """
            {
              "Receiver": {
                "MaxBodyBytes": 100
                "SuccessStatus": 202
              }
            }
            """
        );

        var run = await installation.RunAsync();

        Assert.Equal(2, run.ExitCode);
        var line = Assert.Single(run.Error.TrimEnd('\n').Split('\n')[1..]);
        Assert.Contains(installation.Directory.PathOf("appsettings.json"), line, StringComparison.Ordinal);
        Assert.Matches(@"(?i)\bline\D{0,3}4\b", line);
        Assert.DoesNotContain("LineNumber: 3", line, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_broken_sites_file_is_told_with_its_name_and_every_place()
    {
        await using var installation = new Installation(log);
        installation.Directory.Write(
            "sites.json",
            Samples
                .Sites.Replace("America/New_York", "New York", StringComparison.Ordinal)
                .Replace("\"number\": \"02\"", "\"number\": \"01\"", StringComparison.Ordinal)
        );

        var run = await installation.RunAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Collection(
            run.Error.TrimEnd('\n').Split('\n')[1..].Order(StringComparer.Ordinal),
            line => AssertSays(line, "Sites:File: sites.json: sites[0] (location 12345).tanks: number '01'"),
            line => AssertSays(line, "Sites:File: sites.json: sites[0] (location 12345).timeZone: 'New York'")
        );
    }

    private static void AssertSays(string line, string start) =>
        Assert.StartsWith(start, line.TrimStart(), StringComparison.Ordinal);
}
