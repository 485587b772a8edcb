namespace NotifyReceiver.Benchmarks.Growing;

/// <summary>A file that was filled, and goes on growing by what is measured on it.</summary>
internal sealed class GrownFile(FilledFile file) : IDisposable
{
    private int _putOut;

    /// <summary>How many notifications were stored at first.</summary>
    public int Stored => file.Rows;

    /// <summary>Where the file stands, in the data directory.</summary>
    public string Directory => file.Directory;

    /// <summary>Numbers of rows that were not put out before; the first of them.</summary>
    public int PutOut(int rows)
    {
        _putOut += rows;
        return _putOut - rows;
    }

    public void Dispose() => file.Dispose();
}
