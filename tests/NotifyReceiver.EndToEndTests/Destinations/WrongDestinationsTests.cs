using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Destinations;

/// <summary>Mistakes in the settings of ATIONET's hosts and users: nothing starts, and the setting is named.</summary>
public sealed class WrongDestinationsTests(ITestOutputHelper log)
{
    private const string NotAscii = "p-93e2c6a1-pässword";

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(
        "Ationet:Networks:XY: 'XY' is not a network",
        "Ationet:Networks:XY:UserName=u;Ationet:Networks:XY:Password=p"
    )]
    [InlineData(
        "Ationet:Networks:XYZ:BaseUrl: is not https",
        "Ationet:Networks:XYZ:BaseUrl=http://native.ationet.com;Ationet:Networks:XYZ:UserName=u;Ationet:Networks:XYZ:Password=p"
    )]
    [InlineData("Ationet:Networks:XYZ:UserName: is required", "Ationet:Networks:XYZ:Authorization=base64")]
    [InlineData(
        "Ationet:Networks:XYZ:Pasword: is not a setting",
        "Ationet:Networks:XYZ:UserName=u;Ationet:Networks:XYZ:Password=p;Ationet:Networks:XYZ:Pasword=p"
    )]
    [InlineData(
        "Ationet:DeliveriesPerRequest: is above 1, which needs Ationet:Download:UserName and Ationet:Download:Password",
        "Ationet:DeliveriesPerRequest=2"
    )]
    [InlineData(
        "Ationet:DeliveriesPerRequest: is above 1, which needs Ationet:Networks:XYZ:Download:UserName",
        "Ationet:DeliveriesPerRequest=2;Ationet:Download:UserName=u;Ationet:Download:Password=p;Ationet:Networks:XYZ:UserName=u;Ationet:Networks:XYZ:Password=p"
    )]
    [InlineData("Ationet:Password: has a character that is not printable ASCII", $"Ationet:Password={NotAscii}")]
    [InlineData(
        "Ationet:Download:Password: has a character",
        $"Ationet:Download:UserName=u;Ationet:Download:Password={NotAscii}"
    )]
    [InlineData("Ationet:UserName: contains a colon", "Ationet:UserName=fms:user")]
    [InlineData("Ationet:SettleSeconds: ", "Ationet:SettleSeconds=-1")]
    [InlineData("Ationet:RetryForHours: ", "Ationet:RetryForHours=0")]
    [InlineData("Ationet:ParallelTerminals: ", "Ationet:ParallelTerminals=many")]
    public async Task The_start_is_refused_and_the_setting_is_named(string line, string settings)
    {
        await using var installation = new Installation(log);
        installation.Directory.Write("sites.json", Samples.Sites);
        installation.Settings["Ationet:BaseUrl"] = "https://native.ationet.com";
        installation.Settings["Ationet:UserName"] = "fms@example.com";
        installation.Settings["Ationet:Password"] = "p-of-the-fms-user";
        foreach (var setting in settings.Split(';'))
        {
            var (name, value) = (setting.Split('=')[0], setting.Split('=')[1]);
            installation.Settings[name] = value;
        }

        var run = await installation.RunAsync();

        Assert.Equal(2, run.ExitCode);
        var told = Assert.Single(run.Error.TrimEnd('\n').Split('\n')[1..]);
        Assert.StartsWith(line, told.TrimStart(), StringComparison.Ordinal);
        Assert.DoesNotContain(NotAscii, run.All, StringComparison.Ordinal);
        Assert.False(installation.Directory.Has("data"));
    }
}
