using System.Text;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Secrets;

public sealed class SecretsTests(ITestOutputHelper log)
{
    private const string Key = "k-4b1f9c27d0a84e55-configured";
    private const string Password = "p-93e2c6a1-password";

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("plain", CredentialForm.Plain, Password)]
    [InlineData("base64", CredentialForm.Base64, Password)]
    [InlineData("plain", CredentialForm.Plain, "another password than ours")]
    public async Task Key_and_password_appear_nowhere(string form, CredentialForm hostTakes, string hostKnows)
    {
        var options = new AtionetOptions { Password = hostKnows, CredentialForm = hostTakes };
        await using var ationet = await AtionetSimulator.StartAsync(options);
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        installation.Settings["Ationet:Authorization"] = form;
        installation.Settings["Ationet:Password"] = Password;
        installation.Settings["Receiver:ApiKeys"] = Key;
        await installation.StartAsync();

        await installation.Curl.PostTextAsync(new Invoice("INV-1").ToXml(), Samples.Xml);
        await installation.Curl.PostTextAsync(
            new Invoice("INV-2").ToXml(),
            Samples.Xml,
            "--header",
            $"Authorization: Bearer {Key}"
        );
        await ationet.WaitForAsync(host => host.Requests.Any(request => request.Status is not null), Deadline.OfWait);
        await installation.Listing.WaitForAsync(
            Listing.Inserts,
            all => all.Count == 2 && all[0].Text("state") != "sending"
        );

        var everything = await EverythingThatIsShownOrKeptAsync(installation);
        Assert.Contains("INV-2", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Encoded(options.UserName, Password), everything, StringComparison.Ordinal);
    }

    private static async Task<string> EverythingThatIsShownOrKeptAsync(Installation installation)
    {
        string[][] commands =
        [
            ["list"],
            ["list", "--json"],
            ["list", "inserts"],
            ["list", "inserts", "--json"],
            ["show", "n1"],
            ["show", "n2", "--json"],
            ["show", "n2", "--body"],
            ["show", "i1"],
            ["show", "i1", "--json"],
        ];
        var everything = new StringBuilder();
        foreach (var command in commands)
        {
            var run = await installation.RunAsync(command);
            Assert.True(run.ExitCode == 0, run.ToString());
            everything.Append(run.All);
        }
        everything.Append(installation.Program.Output);
        var files = Directory.GetFiles(installation.Directory.PathOf("data"), "*.db*");
        Assert.Contains(files, file => file.EndsWith(".db-wal", StringComparison.Ordinal));
        foreach (var file in files)
        {
            everything.Append(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
        }
        return everything.ToString();
    }

    private static string Encoded(string user, string password) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
}
