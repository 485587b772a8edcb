namespace NotifyReceiver.Tests.Storage.Copying;

/// <summary>What a failing disk does to a database that nobody has open.</summary>
internal static class Damage
{
    private const int PageSize = 4096;

    public static void LastPages(string file)
    {
        using var stream = File.OpenWrite(file);
        stream.Seek(-20 * PageSize, SeekOrigin.End);
        stream.Write(Enumerable.Repeat((byte)0xA5, 20 * PageSize).ToArray());
    }

    public static void Header(string file)
    {
        using var stream = File.OpenWrite(file);
        stream.Write("This was a database once."u8);
    }
}
