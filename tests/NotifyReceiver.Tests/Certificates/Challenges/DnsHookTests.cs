using NotifyReceiver.Certificates.Challenges;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Challenges;

public sealed class DnsHookTests : IDisposable
{
    private const string Record = "_acme-challenge.a.example";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task It_is_told_what_to_do_in_arguments_and_environment_without_a_shell()
    {
        var told = _directory.File("told");
        var hook = Hook($"""echo "$#|$1|$2|$3|$ACME_ACTION|$ACME_RECORD|$ACME_VALUE" >> '{told}'""");

        Assert.Null(await hook.AddAsync(Record, "$(touch x); 'v'", default));
        Assert.Null(await hook.RemoveAsync(Record, "v", default));

        Assert.Equal(
            [$"3|add|{Record}|$(touch x); 'v'|add|{Record}|$(touch x); 'v'", $"3|remove|{Record}|v|remove|{Record}|v"],
            await File.ReadAllLinesAsync(told)
        );
    }

    [Fact]
    public async Task What_it_says_stands_in_the_reason_when_it_fails()
    {
        var hook = Hook("echo to-out; echo 'no such zone' >&2; exit 3");

        var problem = await hook.AddAsync(Record, "v", default);

        Assert.Contains($"add {Record}' ended with 3: no such zone", problem, StringComparison.Ordinal);
        Assert.Contains("to-out", problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem!);
    }

    [Fact]
    public async Task Much_output_does_not_block_it()
    {
        var hook = Hook("head -c 300000 /dev/zero | tr '\\0' x; head -c 300000 /dev/zero | tr '\\0' y >&2");

        Assert.Null(await hook.AddAsync(Record, "v", default));
    }

    [Fact]
    public async Task One_that_waits_for_input_gets_none() =>
        Assert.Null(await Hook("cat").AddAsync(Record, "v", default));

    [Fact]
    public async Task One_that_does_not_end_is_stopped_with_its_children()
    {
        var clock = new ManualClock();
        var started = _directory.File("started");
        var hook = Hook($"sleep 600 & echo $! > '{started}.new'; mv '{started}.new' '{started}'; wait", clock);

        var running = hook.AddAsync(Record, "v", default);
        await Eventually.TrueAsync(() => File.Exists(started));
        clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Contains("did not end within 120 seconds", await running, StringComparison.Ordinal);
        var child = (await File.ReadAllTextAsync(started)).Trim();
        await Eventually.TrueAsync(() => !IsRunning(child));
    }

    [Fact]
    public async Task One_that_cannot_be_started_is_a_reason()
    {
        var file = _directory.Write("not-executable", "#!/bin/sh\n");

        var problem = await new DnsHook(file, TimeProvider.System).AddAsync(Record, "v", default);

        Assert.StartsWith($"Acme:DnsHook '{file}' cannot be started: ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_the_program_stops_it()
    {
        using var stop = new CancellationTokenSource();
        var running = Hook("sleep 600").AddAsync(Record, "v", stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    // A killed process whose parent has gone may wait for somebody to collect it.
    private static bool IsRunning(string pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private DnsHook Hook(string script, TimeProvider? clock = null)
    {
        var file = _directory.Write("hook.sh", $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new DnsHook(file, clock ?? TimeProvider.System);
    }
}
