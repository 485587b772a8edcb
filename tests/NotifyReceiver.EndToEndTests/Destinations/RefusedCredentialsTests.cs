using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Destinations;

/// <summary>ATIONET answers 401: one request, and no other until somebody has done something, because accounts may lock.</summary>
public sealed class RefusedCredentialsTests(ITestOutputHelper log)
{
    [Fact(Timeout = Deadline.OfTest)]
    public async Task One_request_is_made_and_no_other_until_an_operator_resumes_it_not_even_after_a_restart()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        ationet.Misbehave(AtionetMisbehaviour.Status(401) with { Times = 1 });
        var program = await installation.StartAsync();

        await installation.Curl.PostSampleAsync(Samples.FuelInvoice);
        await program.WaitForOutputAsync("ATIONET refused the credentials of destination default (insert: HTTP 401");
        var health = await installation.Curl.GetAsync(new Uri(program.Admin, "health/ready"));
        await program.TerminateAsync();
        await program.WaitForExitAsync();
        var restarted = await installation.StartAsync();
        await restarted.WaitForOutputAsync("Destination default stays stopped (insert)");
        await installation.Curl.PostSampleAsync(Samples.TankReadings);
        await installation.Listing.WaitForInsertsAsync(4, "pending");
        var triedWhileStopped = ationet.Requests.Count;
        var resume = await installation.RunAsync("resume");

        Assert.Equal(200, health.Status);
        Assert.Contains(
            "default: nothing is sent, because ATIONET refused the credentials",
            health.Body,
            StringComparison.Ordinal
        );
        Assert.Equal(1, triedWhileStopped);
        Assert.Equal("tried again: default (insert)\n", resume.Output);
        await installation.Listing.WaitForInsertsAsync(4, "accepted");
        // The one that was refused, and then each delivery and the two readings together: nothing was tried in between.
        Assert.Equal([401, 200, 200, 200], ationet.Requests.Select(request => request.Status!.Value));
        Assert.Equal("nothing is stopped\n", (await installation.RunAsync("resume")).Output);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_password_that_is_mended_in_its_file_is_taken_up_by_the_running_service()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        installation.Settings.Remove("Ationet:Password");
        installation.Settings["Ationet:PasswordFile"] = "password";
        installation.Directory.Write("password", "p-of-last-year");
        var program = await installation.StartAsync();
        await installation.Curl.PostTextAsync(new Invoice("INV-1").ToXml(), Samples.Xml);
        await program.WaitForOutputAsync("ATIONET refused the credentials");

        installation.Directory.Write("password", ationet.Options.Password);

        await program.WaitForOutputAsync("Destination default goes on (insert): its credentials are others now");
        await installation.Listing.WaitForInsertsAsync(1, "accepted");
        Assert.Equal([401, 200], ationet.Requests.Select(request => request.Status!.Value));
        var health = await installation.Curl.GetAsync(new Uri(program.Admin, "health/ready"));
        Assert.DoesNotContain("refused", health.Body, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_start_with_other_credentials_goes_on_by_itself()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        installation.Settings["Ationet:Password"] = "p-of-last-year";
        var program = await installation.StartAsync();
        await installation.Curl.PostTextAsync(new Invoice("INV-1").ToXml(), Samples.Xml);
        await program.WaitForOutputAsync("ATIONET refused the credentials");
        await program.TerminateAsync();
        await program.WaitForExitAsync();

        installation.SendTo(ationet);
        await installation.StartAsync();

        await installation.Listing.WaitForInsertsAsync(1, "accepted");
        Assert.Equal([401, 200], ationet.Requests.Select(request => request.Status!.Value));
    }
}
