namespace NotifyReceiver.Benchmarks.Growing;

/// <summary>A file that is open for one kind of work.</summary>
internal interface IMeasured : IAsyncDisposable
{
    /// <summary>Works for one turn, and tells how much it did in a second.</summary>
    Task<double> TakeAsync();
}
