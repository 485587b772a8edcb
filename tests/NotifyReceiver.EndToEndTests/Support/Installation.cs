using System.Collections.Concurrent;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Petrosoft;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>The product in a directory of its own, with its settings, as a user has it. Ends with everything that it started.</summary>
public sealed class Installation : IAsyncDisposable
{
    private const string Database = "data/notify-receiver.db";
    private const int CommandsShown = 12;

    private readonly ITestOutputHelper? _log;
    private readonly List<RunningProgram> _programs = [];
    private readonly ConcurrentQueue<CommandRun> _commands = [];

    /// <param name="log">Gets what the program and its commands wrote, for a test that fails.</param>
    public Installation(ITestOutputHelper? log = null)
    {
        _log = log;
        Curl = new Curl(this);
        Listing = new Listing(this);
    }

    public TemporaryDirectory Directory { get; } = new();

    public Curl Curl { get; }

    public Listing Listing { get; }

    /// <summary>By their names with colons; given to the program in its environment.</summary>
    public IDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Receiver:Listen"] = "https://127.0.0.1:0",
            ["Admin:Listen"] = "http://127.0.0.1:0",
        };

    /// <summary>The one started last.</summary>
    public RunningProgram Program => _programs[^1];

    public string ApiKey =>
        Settings.TryGetValue("Receiver:ApiKeys", out var key) ? key : Directory.Read("data/api-key").Trim();

    public string Transcript =>
        string.Join(
            '\n',
            _commands.Select(run => run.ToString()).Concat(_programs.Select(program => program.ToString()))
        );

    /// <summary>Sends to the simulated host instead of nowhere, for the station of the samples.</summary>
    public void SendTo(AtionetSimulator simulator)
    {
        Settings["Ationet:BaseUrl"] = simulator.BaseUrl;
        Settings["Ationet:UserName"] = simulator.Options.UserName;
        Settings["Ationet:Password"] = simulator.Options.Password;
        Directory.Write("sites.json", Samples.Sites);
    }

    /// <summary>Lets it look up there what it has sent, without long waits: what is not there after a second will not be.</summary>
    public void LookUpAt(AtionetSimulator simulator)
    {
        Settings["Ationet:Download:UserName"] = simulator.Options.DownloadUserName;
        Settings["Ationet:Download:Password"] = simulator.Options.DownloadPassword;
        Settings["Ationet:SettleSeconds"] = "1";
    }

    /// <summary>Fetches from the simulated host; catches up by command alone, unless a test says otherwise.</summary>
    public void FetchFrom(PetrosoftSimulator simulator)
    {
        Settings["Petrosoft:AuthUrl"] = simulator.BaseUrl;
        Settings["Petrosoft:DocumentsUrl"] = simulator.BaseUrl;
        Settings["Petrosoft:Login"] = simulator.Options.Login;
        Settings["Petrosoft:Password"] = simulator.Options.Password;
        Settings["CatchUp:IntervalMinutes"] = "0";
        Directory.Write("sites.json", Samples.Sites);
    }

    /// <summary>Starts the service and waits until it listens.</summary>
    public Task<RunningProgram> StartAsync(params string[] arguments) =>
        StartAsync(Child.NotifyReceiver, arguments, Environment(Settings));

    /// <summary>Starts the service so that whatever it would send to another machine goes to <paramref name="wayOut"/>.</summary>
    /// <param name="wayOut">The proxy.</param>
    /// <param name="trusted">The file with the certificates that it trusts; null for those of this machine.</param>
    public Task<RunningProgram> StartBehindAsync(Uri wayOut, string? trusted = null)
    {
        var surroundings = Environment(Settings).Append(KeyValuePair.Create("ALL_PROXY", $"{wayOut}"));
        return StartAsync(
            Child.NotifyReceiver,
            [],
            trusted is null ? surroundings : surroundings.Append(KeyValuePair.Create("SSL_CERT_FILE", trusted))
        );
    }

    /// <summary>Starts the service where no file may grow beyond so many blocks of 512 or 1024 bytes: its disk fills up.</summary>
    public Task<RunningProgram> StartWithFileLimitAsync(int blocks)
    {
        // The signal that comes with the limit would end the process; without it the write fails, as on a full disk.
        var script = $"trap '' XFSZ; ulimit -f {blocks}; exec \"$0\"";
        // The runtime maps its code through a file far larger than the limit, unless told otherwise.
        var runtime = KeyValuePair.Create("DOTNET_EnableWriteXorExecute", "0");
        return StartAsync("sh", ["-c", script, Child.NotifyReceiver], [.. Environment(Settings), runtime]);
    }

    /// <summary>Starts the service with a library between it and the system, which the environment tells what to do.</summary>
    /// <param name="libraries">Paths, separated by spaces.</param>
    public Task<RunningProgram> StartPreloadedAsync(string libraries, IDictionary<string, string> environment) =>
        StartAsync(
            Child.NotifyReceiver,
            [],
            [.. Environment(Settings), .. environment, KeyValuePair.Create("LD_PRELOAD", libraries)]
        );

    /// <summary>Starts the service so that strace tampers with what it asks of the system.</summary>
    /// <param name="options">What becomes of which system calls, as strace's options.</param>
    public Task<RunningProgram> StartTracedAsync(params string[] options) =>
        // The program stays our own child; strace looks on from beside.
        StartAsync(
            "strace",
            ["-D", "-f", "-q", "-o", "/dev/null", .. options, Child.NotifyReceiver],
            Environment(Settings)
        );

    /// <summary>Runs one of the product's commands to its end, with the settings of the service beside which it runs.</summary>
    public Task<CommandRun> RunAsync(params string[] arguments) =>
        RunAsync(Child.NotifyReceiver, arguments, Environment(SettingsOfCommands()));

    /// <summary>Runs one of the product's commands, and ends it as a power cut would once <paramref name="kill"/> has come.</summary>
    public Task<CommandRun> RunAndKillAsync(Task kill, params string[] arguments) =>
        RunAsync(Child.NotifyReceiver, arguments, Environment(SettingsOfCommands()), kill);

    /// <summary>Runs one of the product's commands to its end, while strace tampers with what it asks of the system.</summary>
    /// <param name="options">What becomes of which system calls, as strace's options.</param>
    public Task<CommandRun> RunTracedAsync(string[] options, params string[] arguments) =>
        RunAsync(
            "strace",
            ["-D", "-f", "-q", "-o", "/dev/null", .. options, Child.NotifyReceiver, .. arguments],
            Environment(SettingsOfCommands())
        );

    /// <summary>Has sqlite3 say something to the database, as the text that it answers.</summary>
    public async Task<string> SqlAsync(string statements)
    {
        var run = await RunOtherAsync("sqlite3", "-bail", "-cmd", ".timeout 10000", Database, statements);
        Assert.True(run.ExitCode == 0, run.ToString());
        return run.Output;
    }

    /// <summary>Runs another program to its end, in the same directory.</summary>
    public Task<CommandRun> RunOtherAsync(string file, params string[] arguments) => RunAsync(file, arguments, []);

    /// <summary>The same, of one that may take long.</summary>
    public Task<CommandRun> RunOtherAsync(TimeSpan within, string file, params string[] arguments) =>
        RunAsync(file, arguments, [], within: within);

    public async ValueTask DisposeAsync()
    {
        _log?.WriteLine(Transcript);
        foreach (var program in _programs)
        {
            await program.DisposeAsync();
        }
        Directory.Dispose();
    }

    private async Task<RunningProgram> StartAsync(
        string file,
        string[] arguments,
        IEnumerable<KeyValuePair<string, string>> environment
    )
    {
        var start = Child.Describe(file, arguments, Directory.Path, environment);
        var program = await RunningProgram.StartAsync(start);
        _programs.Add(program);
        return program;
    }

    private async Task<CommandRun> RunAsync(
        string file,
        string[] arguments,
        IEnumerable<KeyValuePair<string, string>> environment,
        Task? kill = null,
        TimeSpan? within = null
    )
    {
        var run = await CommandRun.ToEndAsync(
            Child.Describe(file, arguments, Directory.Path, environment),
            kill,
            within
        );
        _commands.Enqueue(run);
        while (_commands.Count > CommandsShown)
        {
            _commands.TryDequeue(out _);
        }
        return run;
    }

    private Dictionary<string, string> SettingsOfCommands()
    {
        var settings = new Dictionary<string, string>(Settings, StringComparer.Ordinal);
        if (_programs is [.., { HasEnded: false } running])
        {
            settings["Receiver:Listen"] = running.Webhook.GetLeftPart(UriPartial.Authority);
            settings["Admin:Listen"] = running.Admin.GetLeftPart(UriPartial.Authority);
        }
        return settings;
    }

    private static IEnumerable<KeyValuePair<string, string>> Environment(IDictionary<string, string> settings) =>
        settings.Select(setting =>
            KeyValuePair.Create(setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value)
        );
}
