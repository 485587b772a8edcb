namespace NotifyReceiver.Tests.Certificates.Challenges;

/// <summary>Waits for what another process does.</summary>
internal static class Eventually
{
    public static async Task Async(Func<bool> shown)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!shown())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), deadline.Token);
        }
    }
}
