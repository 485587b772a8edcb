namespace NotifyReceiver.Simulators.Loopback;

/// <summary>Lets a test wait for a state without asking for it again and again.</summary>
internal sealed class Changes
{
    private TaskCompletionSource _next = NewSource();

    public void Raise() => Interlocked.Exchange(ref _next, NewSource()).TrySetResult();

    /// <exception cref="TimeoutException">It never came to that; with the description.</exception>
    public async Task WaitAsync(
        Func<bool> until,
        TimeSpan timeout,
        Func<string> describe,
        CancellationToken cancellationToken = default
    )
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        while (true)
        {
            // Taken before looking, so that a change after the look is not missed.
            var next = Volatile.Read(ref _next);
            if (until())
            {
                return;
            }

            try
            {
                await next.Task.WaitAsync(deadline.Token);
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"Not reached within {timeout}. {describe()}", e);
            }
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
