namespace NotifyReceiver.Tests.Support.Stepping;

/// <summary>Keeps how a piece goes on after an await until it is told to run it; once abandoned, it forgets it.</summary>
internal sealed class HeldContinuations : SynchronizationContext
{
    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = [];
    private TaskCompletionSource _arrival = NewSignal();
    private TaskCompletionSource _departure = NewSignal();

    public bool IsAbandoned { get; private set; }

    /// <summary>Completes as soon as there is something to run.</summary>
    public Task Arrival
    {
        get
        {
            lock (_gate)
            {
                return _arrival.Task;
            }
        }
    }

    /// <summary>Two awaits of the piece were under way at once, so that chance decides which of them ends first.</summary>
    public bool IsForked { get; private set; }

    /// <summary>
    /// Completes when the piece that calls this has come to its next await or to its end. What completes no earlier than that is
    /// always a stop. Outside of a piece it is complete already.
    /// </summary>
    public static Task DepartureOfCaller =>
        Current is HeldContinuations running ? running._departure.Task : Task.CompletedTask;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            if (IsAbandoned)
            {
                return;
            }

            IsForked |= _posted.Count > 0;
            _posted.Enqueue((d, state));
            _arrival.TrySetResult();
        }
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("a piece goes on only when it is stepped");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs what has arrived up to the next await, on this thread.</summary>
    public void Run()
    {
        (SendOrPostCallback Callback, object? State) next;
        lock (_gate)
        {
            next = _posted.Dequeue();
            _arrival = NewSignal();
            _departure = NewSignal();
        }

        var surrounding = Current;
        SetSynchronizationContext(this);
        try
        {
            next.Callback(next.State);
        }
        finally
        {
            SetSynchronizationContext(surrounding);
            _departure.SetResult();
        }
    }

    public void Abandon()
    {
        lock (_gate)
        {
            IsAbandoned = true;
            _posted.Clear();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
