using System.Globalization;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>
/// A disk of its own: ext4 in an image file on a loop device, mounted at one of the installation's directories. Its power can be cut:
/// what the file system has not been told to write is not in the image. Needs root; see <see cref="FactOnADiskAttribute"/>.
/// </summary>
internal sealed class Disk : IAsyncDisposable
{
    private const int MostCopies = 50;

    private readonly TemporaryDirectory _images = TemporaryDirectory.InMemory();
    private readonly string _mountPoint;
    private int _cuts;

    private Disk(string mountPoint) => _mountPoint = mountPoint;

    private string Filler => Path.Combine(_mountPoint, "filler");

    private string Image => ImageNumber(_cuts);

    /// <summary>Makes an empty one and puts it where the installation keeps its data, or something else.</summary>
    public static async Task<Disk> MountAsync(Installation installation, int megabytes, string directory = "data")
    {
        var disk = new Disk(installation.Directory.PathOf(directory));
        Directory.CreateDirectory(disk._mountPoint);
        await using (var image = File.Create(disk.Image))
        {
            // A hole: it takes room only where it is written.
            image.SetLength(megabytes * 1024L * 1024);
        }
        await RunAsync("mkfs.ext4", "-q", "-F", "-m", "0", "-J", "size=4", disk.Image);
        await disk.MountAsync();
        return disk;
    }

    /// <summary>
    /// Takes what the disk holds at one moment, for <see cref="PowerOnAsync"/>. Whoever writes there must have been killed.
    /// </summary>
    public async Task CutAsync()
    {
        var cut = ImageNumber(_cuts + 1);
        await CopyAsync(cut);
        // The file system may be writing of its own accord. Two copies in a row that are equal show one moment.
        var isOneMoment = false;
        var copies = 1;
        while (!isOneMoment)
        {
            Assert.True(copies++ < MostCopies, "The disk does not come to rest: somebody writes there.");
            var again = $"{cut}.again";
            await CopyAsync(again);
            var compared = await CommandRun.ToEndAsync(Describe("cmp", "-s", cut, again));
            isOneMoment = compared.ExitCode == 0;
            File.Move(again, cut, overwrite: true);
        }
    }

    /// <summary>Goes on with what the last cut left. Nobody may have the disk open.</summary>
    public async Task PowerOnAsync()
    {
        await RunAsync("umount", _mountPoint);
        File.Delete(Image);
        _cuts++;
        await MountAsync();
    }

    /// <summary>Somebody else fills it to the last byte.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Create);
        var block = new byte[1024 * 1024];
        try
        {
            while (true)
            {
                filler.Write(block);
                filler.Flush(flushToDisk: true);
            }
        }
        catch (IOException)
        {
            // Full, as was wanted.
        }
    }

    /// <summary>What filled it goes away.</summary>
    public void MakeRoom() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        // Lazily: a test that failed may have left a program behind that ends a little later.
        await CommandRun.ToEndAsync(Describe("umount", "--lazy", _mountPoint));
        _images.Dispose();
    }

    private string ImageNumber(int number) =>
        _images.PathOf(string.Create(CultureInfo.InvariantCulture, $"{number}.img"));

    private Task MountAsync() => RunAsync("mount", "-o", "loop", Image, _mountPoint);

    private Task CopyAsync(string to) => RunAsync("cp", "--sparse=always", Image, to);

    private static async Task RunAsync(string file, params string[] arguments)
    {
        var run = await CommandRun.ToEndAsync(Describe(file, arguments));
        Assert.True(run.ExitCode == 0, run.ToString());
    }

    private static System.Diagnostics.ProcessStartInfo Describe(string file, params string[] arguments) =>
        Child.Describe(file, arguments, Path.GetTempPath(), []);
}
