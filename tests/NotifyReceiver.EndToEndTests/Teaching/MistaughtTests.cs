using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Teaching;

public sealed class MistaughtTests(ITestOutputHelper log)
{
    private const string Broken = "{\n  \"name\": \"levels\",\n  \"when\": oops\n}\n";

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_broken_profile_is_told_with_file_line_and_reason_and_the_others_go_on()
    {
        await using var installation = new Installation(log);
        Directory.CreateDirectory(installation.Directory.PathOf("profiles"));
        installation.Directory.Write("profiles/levels.json", UnknownKinds.LevelsProfile);
        var program = await installation.StartAsync();

        installation.Directory.Write("profiles/levels.json", Broken);

        await program.WaitForOutputAsync("profiles/levels.json: line 3: ");
        var check = await CheckAsync(installation, "profiles");
        Assert.False(check.GetProperty("ok").GetBoolean());
        Assert.StartsWith(
            "the profiles stay as they were last read, because profiles/levels.json: line 3: ",
            check.Text("detail"),
            StringComparison.Ordinal
        );
        var own = await installation.Curl.PostTextAsync(UnknownKinds.Levels, Samples.Json);
        var builtIn = await installation.Curl.PostTextAsync(new Invoice("INV-1").ToXml(), Samples.Xml);
        Assert.Equal("levels", (await ConvertedAsync(installation, own)).Text("profile"));
        Assert.Equal("fuel-invoice", (await ConvertedAsync(installation, builtIn)).Text("profile"));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_mended_profile_is_taken_up_and_the_complaint_is_gone()
    {
        await using var installation = new Installation(log);
        Directory.CreateDirectory(installation.Directory.PathOf("profiles"));
        var program = await installation.StartAsync();
        installation.Directory.Write("profiles/levels.json", Broken);
        await program.WaitForOutputAsync("profiles/levels.json: line 3: ");

        installation.Directory.Write("profiles/levels.json", UnknownKinds.LevelsProfile);
        var id = await installation.Curl.PostTextAsync(UnknownKinds.Levels, Samples.Json);

        await ConvertedAsync(installation, id);
        Assert.True((await CheckAsync(installation, "profiles")).GetProperty("ok").GetBoolean());
    }

    private static Task<JsonElement> ConvertedAsync(Installation installation, string id) =>
        installation.Listing.WaitForNotificationAsync(id, "converted");

    private static async Task<JsonElement> CheckAsync(Installation installation, string name)
    {
        var answer = await installation.Curl.GetAsync(new Uri(installation.Program.Admin, "/health/ready"));
        Assert.Equal(200, answer.Status);
        return answer.Json.Items("checks").Single(check => check.Text("name") == name);
    }
}
