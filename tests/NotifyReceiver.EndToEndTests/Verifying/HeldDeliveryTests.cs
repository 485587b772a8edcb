using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Verifying;

/// <summary>A delivery whose answer never comes, and at first nobody who may look up what ATIONET has.</summary>
public sealed class HeldDeliveryTests(ITestOutputHelper log)
{
    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(true, new[] { "insert", "verify" })]
    [InlineData(false, new[] { "insert", "verify", "insert" })]
    public async Task It_is_held_until_a_user_who_may_look_is_there_and_an_operator_says_so(
        bool hasIt,
        string[] purposes
    )
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        var how = hasIt ? AtionetMisbehaviour.ResetAfterStoring() : AtionetMisbehaviour.ResetBeforeStoring();
        var program = await HoldAsync(installation, ationet, how);

        var early = await installation.RunAsync("verify", "i1");
        await program.TerminateAsync();
        await program.WaitForExitAsync();
        installation.LookUpAt(ationet);
        await installation.StartAsync();
        var restarted = Assert.Single(await installation.Listing.GetAsync(Listing.Inserts));
        var verify = await installation.RunAsync("verify", "--held");

        Assert.Equal(2, early.ExitCode);
        Assert.Contains(
            "set Ationet:Download:UserName and Ationet:Download:Password",
            early.Error,
            StringComparison.Ordinal
        );
        Assert.Equal("held", restarted.Text("state"));
        Assert.Equal(0, verify.ExitCode);
        Assert.Contains("not there: 1", verify.Output, StringComparison.Ordinal);
        await installation.Listing.WaitForInsertsAsync(1, "accepted");
        Assert.Single(ationet.Deliveries);
        Assert.Equal(purposes, await installation.Listing.PurposesAsync("i1"));
        Assert.Equal("verify|all held deliveries\n", await installation.SqlAsync("SELECT act, subject FROM acts"));
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("reset")]
    [InlineData("HTTP 500")]
    public async Task It_says_why_and_what_to_do(string answer)
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        var how =
            answer == "reset"
                ? AtionetMisbehaviour.ResetAfterStoring()
                : AtionetMisbehaviour.Status(500) with
                {
                    Stored = true,
                };
        await HoldAsync(installation, ationet, how);

        var shown = await installation.RunAsync("show", "i1");

        Assert.Contains("because Ationet:Download:UserName is not set", shown.Output, StringComparison.Ordinal);
        Assert.Contains("look for it in the portal", shown.Output, StringComparison.Ordinal);
        Assert.Single(ationet.Requests);
    }

    private static async Task<RunningProgram> HoldAsync(
        Installation installation,
        AtionetSimulator ationet,
        AtionetMisbehaviour how
    )
    {
        installation.SendTo(ationet);
        ationet.Misbehave(how with { Times = 1 });
        var program = await installation.StartAsync();
        await installation.Curl.PostTextAsync(new Invoice("INV-1").ToXml(), Samples.Xml);
        await installation.Listing.WaitForInsertsAsync(1, "held");
        return program;
    }
}
