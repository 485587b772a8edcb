namespace NotifyReceiver.Storage.Proving;

/// <summary>What a directory lies on.</summary>
/// <param name="Type">As the system calls it: <c>ext4</c>, <c>nfs4</c>.</param>
/// <param name="Options">How it is mounted; empty where the system does not tell.</param>
internal sealed record FileSystem(string Type, string Options)
{
    private const string Mounts = "/proc/self/mountinfo";

    private static readonly string[] InMemory = ["tmpfs", "ramfs"];
    private static readonly string[] OnTheNetwork =
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "fuse.sshfs",
        "ceph",
    ];

    /// <summary>Why what is written here does not last; null where it may.</summary>
    public string? Objection =>
        InMemory.Contains(Type, StringComparer.Ordinal) ? "this is memory: all of it is gone after a restart" : null;

    /// <summary>What else an operator should know of it; null where there is nothing.</summary>
    public string? Doubt
    {
        get
        {
            if (OnTheNetwork.Contains(Type, StringComparer.Ordinal))
            {
                return "a network file system: SQLite cannot rely on its locks, nor on its syncs; use a local disk";
            }
            return
                Options.Split(',').Intersect(["nobarrier", "barrier=0"], StringComparer.Ordinal).FirstOrDefault()
                    is { } option
                ? $"mounted with {option}: the disk's cache is not told to write, so only a battery keeps what it holds"
                : null;
        }
    }

    /// <param name="directory">An absolute path.</param>
    public static FileSystem Of(string directory)
    {
        if (!File.Exists(Mounts))
        {
            return new FileSystem(new DriveInfo(directory).DriveFormat, "");
        }
        // "36 35 98:0 / /data rw,noatime shared:1 - ext4 /dev/vda rw,errors=continue"
        var (_, type, options) = File.ReadLines(Mounts)
            .Select(line => line.Split(' '))
            .Select(fields => (Fields: fields, Dash: Array.IndexOf(fields, "-")))
            .Select(it =>
                (Point: it.Fields[4], Type: it.Fields[it.Dash + 1], Options: $"{it.Fields[5]},{it.Fields[^1]}")
            )
            .Where(mount => Holds(mount.Point, directory))
            // The last of those that are mounted over one another is seen.
            .Reverse()
            .MaxBy(mount => mount.Point.Length);
        return new FileSystem(type, string.Join(',', options.Split(',').Distinct(StringComparer.Ordinal)));
    }

    private static bool Holds(string point, string directory) =>
        $"{directory}/".StartsWith(point.EndsWith('/') ? point : $"{point}/", StringComparison.Ordinal);

    public override string ToString() => Options.Length == 0 ? Type : $"{Type} ({Options})";
}
