using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Certificates;

/// <summary>What an admin does with certificates at night, beside the service that runs and without it.</summary>
public sealed class CertCommandsTests(ITestOutputHelper log) : IAsyncLifetime
{
    private const string Host = "a.example";

    private readonly Installation _installation = new(log);
    private readonly TestCa _ca = new();

    public Task InitializeAsync()
    {
        _installation.Directory.Write("root.pem", _ca.RootPem);
        return Task.CompletedTask;
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Status_tells_what_is_served(bool isRunning)
    {
        var pair = _ca.Issue(Host);
        Drop(pair);
        await StartIfAsync(isRunning);

        var run = await _installation.RunAsync("cert", "status");
        var json = await _installation.RunAsync("cert", "--json");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Contains(pair.Sha256, run.Output, StringComparison.Ordinal);
        Assert.Contains("manual: certs/manual/tls.crt", run.Output, StringComparison.Ordinal);
        Assert.Equal(!isRunning, run.Output.Contains("does not run", StringComparison.Ordinal));
        using var read = JsonDocument.Parse(json.Output);
        Assert.Equal(isRunning, read.RootElement.GetProperty("isRunning").GetBoolean());
        var certificate = read.RootElement.GetProperty("status").GetProperty("certificates")[0];
        Assert.Equal(pair.Sha256, certificate.GetProperty("sha256").GetString());
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_key_is_told_everywhere_and_changes_nothing(bool isRunning)
    {
        var good = _ca.Issue(Host);
        Drop(good);
        await _installation.RunAsync("cert", "reload");
        await StartIfAsync(isRunning);
        Drop(_ca.Issue(Host) with { KeyPem = good.KeyPem });

        var reload = await _installation.RunAsync("cert", "reload");

        Assert.True(reload.ExitCode == 1, $"{reload}");
        Assert.Contains("refused  certs/manual/tls.crt", reload.Output, StringComparison.Ordinal);
        Assert.Contains("the key belongs to another certificate", reload.Output, StringComparison.Ordinal);
        Assert.Contains(good.Sha256, reload.Output, StringComparison.Ordinal);
        if (isRunning)
        {
            var admin = _installation.Program.Admin;
            Assert.Contains(
                "another certificate",
                await GetAsync(new Uri(admin, "/health/ready")),
                StringComparison.Ordinal
            );
            Assert.Contains("another certificate", await GetAsync(new Uri(admin, "/")), StringComparison.Ordinal);
            Assert.Contains(
                "notify_receiver_certificate_files_refused 1",
                await GetAsync(new Uri(admin, "/metrics")),
                StringComparison.Ordinal
            );
            await _installation.Program.WaitForOutputAsync("the key belongs to another certificate");
            await AssertShownAsync(good);
        }
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Check_tells_whether_files_would_be_used_and_changes_nothing()
    {
        var pair = _ca.Issue(Host);
        var directory = _installation.Directory;
        directory.Write("good.crt", pair.CertificatePem);
        directory.Write("good.key", pair.KeyPem);
        directory.Write("old.pem", Text(_ca.Issue(Host, TimeSpan.FromDays(20), TimeSpan.FromDays(-1))));

        var good = await _installation.RunAsync("cert", "check", "good.crt", "good.key", "--name", "b.example");
        var old = await _installation.RunAsync("cert", "check", "old.pem");
        var none = await _installation.RunAsync("cert", "check", "absent.pem");

        Assert.True(good.ExitCode == 0, $"{good}");
        Assert.Contains("b.example", good.Output, StringComparison.Ordinal);
        Assert.True(old.ExitCode == 1, $"{old}");
        Assert.Contains("expired", old.Output, StringComparison.Ordinal);
        Assert.True(none.ExitCode == 1, $"{none}");
        Assert.False(Directory.Exists(directory.PathOf("certs/lineages")));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Import_history_and_rollback_while_it_serves()
    {
        var first = _ca.Issue(Host);
        var second = _ca.Issue(Host);
        await _installation.StartAsync();
        _installation.Directory.Write("one.pem", Text(first));
        _installation.Directory.Write("two.pem", Text(second));

        Assert.Equal(0, (await _installation.RunAsync("cert", "import", "one.pem")).ExitCode);
        await AssertShownAsync(first);
        Assert.Equal(0, (await _installation.RunAsync("cert", "import", "two.pem")).ExitCode);
        await AssertShownAsync(second);
        var history = await _installation.RunAsync("cert", "history");
        Assert.Equal(3, history.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var rollback = await _installation.RunAsync("cert", "rollback");
        Assert.True(rollback.ExitCode == 0, $"{rollback}");
        await AssertShownAsync(first);
        var further = await _installation.RunAsync("cert", "rollback");
        Assert.True(further.ExitCode == 3, $"{further}");
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Files_that_were_rolled_back_from_are_not_taken_again_until_they_change()
    {
        var first = _ca.Issue(Host);
        var second = _ca.Issue(Host);
        var third = _ca.Issue(Host);
        Drop(first);
        await _installation.StartAsync();
        Drop(second);
        await AssertShownAsync(second);

        Assert.Equal(0, (await _installation.RunAsync("cert", "rollback")).ExitCode);
        await AssertShownAsync(first);
        await _installation.Program.TerminateAsync();
        await _installation.Program.WaitForExitAsync();
        await _installation.StartAsync();
        await AssertShownAsync(first);
        Assert.Contains(
            "rolled back",
            (await _installation.RunAsync("cert", "status")).Output,
            StringComparison.Ordinal
        );
        Drop(third);

        await AssertShownAsync(third);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_request_whose_answer_is_imported_finds_its_key()
    {
        await _installation.StartAsync();
        var request = await _installation.RunAsync("cert", "csr", "--name", Host);
        Assert.True(request.ExitCode == 0, $"{request}");
        var answer = _ca.Sign(request.Output.Trim(), Host);
        _installation.Directory.Write("answer.crt", answer);

        var import = await _installation.RunAsync("cert", "import", "answer.crt");

        Assert.True(import.ExitCode == 0, $"{import}");
        await AssertShownAsync(new IssuedPair(answer, ""));
        Assert.DoesNotContain("PRIVATE KEY", request.All, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_self_signed_one_is_made_anew_while_it_is_served()
    {
        await _installation.StartAsync();
        var before = _installation.Directory.Read("certs/self-signed/tls.crt");

        var run = await _installation.RunAsync("cert", "self-signed");

        Assert.True(run.ExitCode == 0, $"{run}");
        var after = _installation.Directory.Read("certs/self-signed/tls.crt");
        Assert.NotEqual(before, after);
        await AssertShownAsync(new IssuedPair(after, ""));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task SIGHUP_has_it_look_and_does_not_end_it()
    {
        Drop(_ca.Issue(Host));
        var program = await _installation.StartAsync();
        var second = _ca.Issue(Host);
        Drop(second);

        for (var time = 0; time < 20; time++)
        {
            await program.SignalAsync("HUP");
        }

        await program.WaitForOutputAsync("upon SIGHUP");
        await AssertShownAsync(second);
        Assert.False(program.HasEnded);
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(true, "intermediate")]
    [InlineData(false, "modern")]
    public async Task Report_tells_what_the_door_offers(bool isRunning, string policy)
    {
        _installation.Settings["Tls:Policy"] = policy;
        var pair = _ca.Issue(Host);
        Drop(pair);
        await StartIfAsync(isRunning);

        var run = await _installation.RunAsync("tls", "report");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Contains("TLS 1.3   offered", run.Output, StringComparison.Ordinal);
        Assert.Contains($"TLS 1.2   {(policy == "modern" ? "not " : "")}offered", run.Output, StringComparison.Ordinal);
        Assert.Contains("TLS 1.0   not offered", run.Output, StringComparison.Ordinal);
        Assert.Contains(pair.Sha256, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("_CBC_", run.Output, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _installation.DisposeAsync();

    private static string Text(IssuedPair pair) => pair.CertificatePem + pair.KeyPem;

    private void Drop(IssuedPair pair)
    {
        Directory.CreateDirectory(_installation.Directory.PathOf("certs/manual"));
        _installation.Directory.Write("certs/manual/tls.key", pair.KeyPem);
        _installation.Directory.Write("certs/manual/tls.crt", pair.CertificatePem);
    }

    private async Task StartIfAsync(bool isRunning)
    {
        if (isRunning)
        {
            await _installation.StartAsync();
        }
        else
        {
            // A port at which nobody listens.
            _installation.Settings["Receiver:Listen"] = "https://127.0.0.1:1";
            _installation.Settings["Admin:Listen"] = "http://127.0.0.1:1";
        }
    }

    private Task AssertShownAsync(IssuedPair pair) =>
        Door.WaitUntilShownAsync(_installation.Program, Host, pair.Sha256);

    private async Task<string> GetAsync(Uri address) =>
        (await _installation.RunOtherAsync("curl", "--silent", "--show-error", $"{address}")).Output;
}
