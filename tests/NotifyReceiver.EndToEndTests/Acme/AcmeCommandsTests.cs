using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Acme;
using NotifyReceiver.Simulators.Acme.Misbehaving;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Acme;

/// <summary>What an admin does about ACME, beside the service that runs and without it.</summary>
public sealed class AcmeCommandsTests(ITestOutputHelper log)
{
    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("tls-alpn-01")]
    [InlineData("http-01")]
    public async Task The_service_gets_its_certificate_through_its_own_doors(string challenge)
    {
        await using var acme = await AcmeInstallation.CreateAsync(log);
        acme.Installation.Settings["Acme:Challenges"] = challenge;

        var program = await acme.Installation.StartAsync();

        await program.WaitForOutputAsync("New certificate for one.example.org");
        await program.WaitForOutputAsync("acme");
        Assert.Single(acme.Ca.Orders);
        Assert.Empty(acme.Ca.FailedValidations);
        Assert.Empty(acme.WaitingAnswers);
        var status = await acme.Installation.RunAsync("cert", "status");
        Assert.Contains("one.example.org", status.Output, StringComparison.Ordinal);
        Assert.Contains("renewed 20", status.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Restarted_it_orders_nothing()
    {
        await using var acme = await AcmeInstallation.CreateAsync(log);
        var program = await acme.Installation.StartAsync();
        await program.WaitForOutputAsync("New certificate for one.example.org");
        await program.TerminateAsync();
        Assert.Equal(0, await program.WaitForExitAsync());

        var again = await acme.Installation.StartAsync();
        await again.TerminateAsync();

        Assert.Equal(0, await again.WaitForExitAsync());
        Assert.Single(acme.Ca.Orders);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Killed_in_the_midst_it_goes_on_with_the_order()
    {
        await using var acme = await AcmeInstallation.CreateAsync(log);
        acme.Ca.Misbehave(new AcmeMisbehaviour(AcmeCall.FinalizeOrder, AcmeMisbehaviourKind.Hang));
        var program = await acme.Installation.StartAsync();
        while (acme.Ca.CountOf(AcmeCall.FinalizeOrder) == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
        await program.KillAsync();

        var again = await acme.Installation.StartAsync();
        await again.WaitForOutputAsync("New certificate for one.example.org");

        Assert.Single(acme.Ca.Orders);
        Assert.Single(acme.Ca.Certificates);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Nothing_starts_before_the_terms_are_agreed_to_and_register_shows_them()
    {
        await using var acme = await AcmeInstallation.CreateAsync(log);
        acme.Installation.Settings.Remove("Acme:AgreeToTerms");

        var start = await acme.Installation.RunAsync("run");
        var shown = await acme.RunAsync("register");
        acme.Installation.Settings["Acme:AgreeToTerms"] = "true";
        var agreed = await acme.RunAsync("register");
        var account = await acme.RunAsync("account", "--json");

        Assert.True(start.ExitCode == 2, $"{start}");
        Assert.Contains("Acme:AgreeToTerms", start.Error, StringComparison.Ordinal);
        Assert.True(shown.ExitCode == 1, $"{shown}");
        Assert.Contains("terms of service: https://ca.example/terms/1", shown.Output, StringComparison.Ordinal);
        Assert.True(agreed.ExitCode == 0, $"{agreed}");
        Assert.Single(acme.Ca.Accounts);
        Assert.True(account.ExitCode == 0, $"{account}");
        Assert.Contains("\"status\": \"Valid\"", account.Output, StringComparison.Ordinal);
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Renew_orders_what_is_due_and_by_force_what_is_not(bool isRunning)
    {
        await using var acme = await AcmeInstallation.CreateAsync(log);
        if (isRunning)
        {
            var program = await acme.Installation.StartAsync();
            await program.WaitForOutputAsync("New certificate for one.example.org");
        }
        else
        {
            var first = await acme.RunAsync("renew");
            Assert.True(first.ExitCode == 0, $"{first}");
        }

        var early = await acme.RunAsync("renew", "--json");
        var forced = await acme.RunAsync("renew", AcmeInstallation.Host, "--force");
        var unknown = await acme.RunAsync("renew", "other.example.org");

        Assert.True(early.ExitCode == 0, $"{early}");
        using var read = JsonDocument.Parse(early.Output);
        Assert.Equal("not-due", read.RootElement.GetProperty("result").GetString());
        Assert.True(forced.ExitCode == 0, $"{forced}");
        Assert.Contains("new certificate", forced.Output, StringComparison.Ordinal);
        Assert.True(unknown.ExitCode == 3, $"{unknown}");
        Assert.Equal(2, acme.Ca.Certificates.Count);
        Assert.Empty(acme.Ca.FailedValidations);
        Assert.Empty(acme.WaitingAnswers);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Service_and_commands_at_once_place_one_order()
    {
        await using var acme = await AcmeInstallation.CreateAsync(log);

        // It orders as soon as its doors are open.
        await acme.Installation.StartAsync();
        var codes = await Task.WhenAll(ExitCodeAsync(), ExitCodeAsync());
        await acme.Installation.Program.WaitForOutputAsync($"Serving {AcmeInstallation.Host}");

        Assert.Equal([0, 0], codes);
        Assert.Single(acme.Ca.Orders);
        Assert.Single(acme.Ca.Certificates);
        Assert.Empty(acme.WaitingAnswers);

        async Task<int> ExitCodeAsync() => (await acme.RunAsync("renew")).ExitCode;
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Force_stops_where_the_limits_of_CAs_begin()
    {
        await using var acme = await AcmeInstallation.CreateAsync(log);
        for (var order = 0; order < 5; order++)
        {
            var run = await acme.RunAsync("renew", "--force");
            Assert.True(run.ExitCode == 0, $"{run}");
        }

        var sixth = await acme.RunAsync("renew", "--force");
        var sure = await acme.RunAsync("renew", "--force", "--yes");

        Assert.True(sixth.ExitCode == 1, $"{sixth}");
        Assert.Contains(
            "5 certificates for the same names came within seven days",
            sixth.Error,
            StringComparison.Ordinal
        );
        Assert.True(sure.ExitCode == 0, $"{sure}");
        Assert.Equal(6, acme.Ca.Certificates.Count);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_test_goes_the_whole_way_and_puts_nothing_in_use()
    {
        await using var acme = await AcmeInstallation.CreateAsync(log);

        var run = await acme.RunAsync("test");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Single(acme.Staging.Certificates);
        Assert.Empty(acme.Ca.Orders);
        Assert.False(Directory.Exists(Path.Combine(acme.Certs, "lineages")));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_test_that_fails_says_what_the_CA_saw()
    {
        await using var acme = await AcmeInstallation.CreateAsync(log);
        acme.Staging.Behaviour.TlsPort = 1;

        var run = await acme.RunAsync("test");

        Assert.True(run.ExitCode == 1, $"{run}");
        Assert.Contains("proving one.example.org by tls-alpn-01", run.Error, StringComparison.Ordinal);
        Assert.Empty(acme.WaitingAnswers);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_key_that_leaked_is_replaced_and_its_certificate_revoked()
    {
        await using var acme = await AcmeInstallation.CreateAsync(log);
        await acme.RunAsync("renew");

        var run = await acme.RunAsync("revoke", AcmeInstallation.Host, "--reason", "keyCompromise");
        var none = await acme.RunAsync("revoke", "other.example.org");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Equal([1, null], acme.Ca.Certificates.Select(it => it.RevokedFor));
        Assert.True(none.ExitCode == 3, $"{none}");
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task An_account_changes_its_key_and_ends_only_when_it_is_meant()
    {
        await using var acme = await AcmeInstallation.CreateAsync(log);
        await acme.RunAsync("renew");

        var rollover = await acme.RunAsync("rollover-key");
        var after = await acme.RunAsync("renew", "--force");
        var unsure = await acme.RunAsync("deactivate");
        var meant = await acme.RunAsync("deactivate", "--yes");
        var gone = await acme.RunAsync("account");

        Assert.True(rollover.ExitCode == 0, $"{rollover}");
        Assert.True(after.ExitCode == 0, $"{after}");
        Assert.Single(acme.Ca.Accounts);
        Assert.True(unsure.ExitCode == 2, $"{unsure}");
        Assert.True(meant.ExitCode == 0, $"{meant}");
        Assert.True(gone.ExitCode == 3, $"{gone}");
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_CA_that_cannot_be_reached_has_an_exit_code_of_its_own()
    {
        await using var acme = await AcmeInstallation.CreateAsync(log);
        await acme.RunAsync("register");
        await acme.Ca.StopAsync();

        var renew = await acme.RunAsync("renew");
        var account = await acme.RunAsync("account");

        Assert.True(renew.ExitCode == 4, $"{renew}");
        Assert.True(account.ExitCode == 4, $"{account}");
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Without_a_CA_every_command_says_which_setting_is_missing()
    {
        await using var acme = await AcmeInstallation.CreateAsync(log);
        foreach (
            var setting in acme
                .Installation.Settings.Keys.Where(key => key.StartsWith("Acme:", StringComparison.Ordinal))
                .ToList()
        )
        {
            acme.Installation.Settings.Remove(setting);
        }

        foreach (var verb in new[] { "register", "account", "renew", "test", "rollover-key", "deactivate" })
        {
            var run = await acme.RunAsync(verb);

            Assert.True(run.ExitCode == 2, $"{run}");
            Assert.Contains("Acme:Directory: is missing", run.Error, StringComparison.Ordinal);
        }
    }
}
