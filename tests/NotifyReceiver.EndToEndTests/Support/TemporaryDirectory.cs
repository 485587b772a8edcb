namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>A directory that is there for one test.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    private const string Prefix = "notify-receiver-e2e-";
    private const string Memory = "/dev/shm";

    private readonly DirectoryInfo _directory;

    public TemporaryDirectory()
        : this(Directory.CreateTempSubdirectory(Prefix)) { }

    private TemporaryDirectory(DirectoryInfo directory) => _directory = directory;

    /// <summary>One in memory, where the system has a place for that: for what is not kept and must not wait for a disk.</summary>
    public static TemporaryDirectory InMemory() =>
        Directory.Exists(Memory)
            ? new(Directory.CreateDirectory(System.IO.Path.Combine(Memory, $"{Prefix}{Guid.NewGuid():N}")))
            : new();

    public string Path => _directory.FullName;

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public bool Has(string name) => File.Exists(PathOf(name));

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public byte[] ReadBytes(string name) => File.ReadAllBytes(PathOf(name));

    public UnixFileMode ModeOf(string name) => File.GetUnixFileMode(PathOf(name));

    /// <returns>The name, so that it can stand in a command.</returns>
    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return name;
    }

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return name;
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
