using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Reconciling;

/// <summary>What the command tells a script when it cannot compare.</summary>
public sealed class FailedReconcileTests(ITestOutputHelper log) : IAsyncLifetime
{
    private Books _books = null!;

    public async Task InitializeAsync() => _books = await Books.SentAsync(log);

    public async Task DisposeAsync() => await _books.DisposeAsync();

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_station_that_is_not_there_is_not_found_and_nobody_is_asked()
    {
        var run = await _books.ReconcileAsync("--site", "12345", "--site", "99999");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("there is no site with location '99999' (Sites:File)", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_books.Ationet.Requests, request => request.Path == "/v1/interface");
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Without_a_user_who_may_look_up_the_settings_are_wrong()
    {
        _books.Installation.Settings.Remove("Ationet:Download:UserName");
        _books.Installation.Settings.Remove("Ationet:Download:Password");

        var run = await _books.ReconcileAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(
            "of 12345: set Ationet:Download:UserName and Ationet:Download:Password",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Days_in_the_wrong_order_are_a_mistake()
    {
        var run = await _books.Installation.RunAsync("reconcile", "--from", "2026-01-16", "--to", "2026-01-15");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--from 2026-01-16 is after --to 2026-01-15", run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_host_that_cannot_be_reached_is_told_apart()
    {
        await _books.Ationet.StopAsync();

        var run = await _books.ReconcileAsync();

        Assert.Equal(4, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("12345: deliveries were not compared: not asked: ", run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_refused_user_is_told_and_the_password_is_not()
    {
        _books.Installation.Settings["Ationet:Download:Password"] = "p-71c0-wrong";

        var run = await _books.ReconcileAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("ATIONET refuses Ationet:Download:UserName: HTTP 401", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("p-71c0-wrong", run.All, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_is_no_whole_list_is_not_compared_and_the_other_kind_is()
    {
        _books.Ationet.Misbehave(AtionetMisbehaviour.TruncatedSuccess() with { ActionCode = "981" });

        var run = await _books.ReconcileAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("12345: deliveries were not compared: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("\ninventories  2 ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\ndeliveries", run.Output, StringComparison.Ordinal);
    }
}
