using System.Text;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>What a running program has written so far, and a way to wait for more.</summary>
internal sealed class OutputLines
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private TaskCompletionSource _next = NewSignal();

    public string Text
    {
        get
        {
            lock (_gate)
            {
                return _text.ToString();
            }
        }
    }

    public void Add(string? line)
    {
        lock (_gate)
        {
            _text.Append(line).Append('\n');
        }
        Interlocked.Exchange(ref _next, NewSignal()).SetResult();
    }

    public async Task WaitForAsync(Func<string, bool> until, CancellationToken deadline)
    {
        while (true)
        {
            // Taken before looking, so that a line after the look is not missed.
            var next = Volatile.Read(ref _next);
            if (until(Text))
            {
                return;
            }
            await next.Task.WaitAsync(deadline);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
