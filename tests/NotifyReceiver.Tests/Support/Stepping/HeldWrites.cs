using NotifyReceiver.Storage;

namespace NotifyReceiver.Tests.Support.Stepping;

/// <summary>Keeps a database's writer busy, so that no write ends before whoever began it awaits it.</summary>
internal sealed class HeldWrites : IAsyncDisposable
{
    private readonly ManualResetEventSlim _release = new();
    private readonly Task _held;

    public HeldWrites(Database database)
    {
        _held = database.WriteAsync(_ => _release.Wait());
    }

    public async ValueTask DisposeAsync()
    {
        _release.Set();
        await _held;
        _release.Dispose();
    }
}
