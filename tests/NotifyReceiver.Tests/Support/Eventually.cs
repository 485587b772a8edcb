namespace NotifyReceiver.Tests.Support;

/// <summary>Waits until something has come true.</summary>
internal static class Eventually
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> isTrue)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isTrue())
        {
            Assert.False(patience.IsCancellationRequested, "it never came to that");
            await Task.Delay(BetweenLooks, TimeProvider.System);
        }
    }
}
