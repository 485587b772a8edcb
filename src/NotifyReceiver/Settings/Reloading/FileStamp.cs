namespace NotifyReceiver.Settings.Reloading;

/// <summary>What tells from outside that a file has become another: where its links lead, its length, its last write.</summary>
internal sealed record FileStamp(string Path, string RealPath, long Length, DateTime WrittenUtc)
{
    private const int MostLinks = 40;

    public static FileStamp Of(string path)
    {
        var real = WithoutLinks(path);
        var file = new FileInfo(real);
        return file.Exists
            ? new FileStamp(path, real, file.Length, file.LastWriteTimeUtc)
            : new FileStamp(path, real, Length: -1, DateTime.MinValue);
    }

    // A mounted directory may be swapped by a link further up, while the file's own name, length and time stay.
    private static string WithoutLinks(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var real = System.IO.Path.GetPathRoot(full)!;
        var ahead = new Stack<string>(Names(full[real.Length..]));
        var links = 0;
        while (ahead.TryPop(out var name))
        {
            var next = System.IO.Path.GetFullPath(System.IO.Path.Combine(real, name));
            if (new FileInfo(next).LinkTarget is not { } target || ++links > MostLinks)
            {
                real = next;
                continue;
            }
            var root = System.IO.Path.GetPathRoot(target) ?? "";
            real = root.Length > 0 ? root : real;
            foreach (var step in Names(target[root.Length..]))
            {
                ahead.Push(step);
            }
        }
        return real;
    }

    private static IEnumerable<string> Names(string path) =>
        path.Split(System.IO.Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse();
}
