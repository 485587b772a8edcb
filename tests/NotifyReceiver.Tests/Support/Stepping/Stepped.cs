using NotifyReceiver.Storage;

namespace NotifyReceiver.Tests.Support.Stepping;

/// <summary>
/// A piece of asynchronous code that runs from await to await, when a test says so: put aside between two steps it is a process
/// that is paused; abandoned, one that crashed there. Several that are stepped in turn are processes that interleave.
/// </summary>
/// <remarks>
/// An await that is over at once is no stop, and chance must not decide whether it is: name the databases that the piece writes
/// to, and give it an HTTP client with <see cref="WholeReplies"/>. It must be one line of awaits, without branches that run at
/// once, and must not leave its context (<c>ConfigureAwait(false)</c>, or with options that lack <c>ContinueOnCapturedContext</c>):
/// what runs outside is neither stepped nor abandoned. Only the code is abandoned, not what it awaits, nor what it holds: for a crash
/// that closes connections, dispose of its HTTP client as well, and give whatever starts after it objects of its own.
/// </remarks>
internal abstract class Stepped
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HeldContinuations _continuations = new();
    private readonly IReadOnlyList<Database> _databases;

    private protected Stepped(IReadOnlyList<Database> databases)
    {
        _databases = databases;
    }

    /// <summary>How many stretches between two awaits have been run.</summary>
    public int Steps { get; private set; }

    public Standing Standing { get; private set; } = Standing.Posted;

    private protected abstract Task Ending { get; }

    /// <summary>Nothing of it runs before the first step.</summary>
    /// <param name="run">The piece.</param>
    /// <param name="databases">Those that it writes to: each write is a stop, however fast it is.</param>
    public static Stepped<T> Start<T>(Func<Task<T>> run, params IReadOnlyList<Database> databases) =>
        new(run, databases);

    /// <summary>The same, of a piece without a result.</summary>
    public static Stepped<bool> Start(Func<Task> run, params IReadOnlyList<Database> databases) =>
        new(
            async () =>
            {
                await run();
                return true;
            },
            databases
        );

    /// <summary>
    /// Runs the piece to its next await and waits until that has ended. Where the piece was waiting, nothing is run: what it awaits
    /// is waited for. If the piece throws, so does this.
    /// </summary>
    /// <param name="orUntil">
    /// Completes when what is awaited cannot end by itself, such as a request that the simulated host holds until the clock moves:
    /// <c>gone => host.WaitForAsync(it => it.HeldRequests == 1, patience, gone)</c>. It is cancelled when it is not needed any more.
    /// </param>
    public async Task<Standing> StepAsync(Func<CancellationToken, Task>? orUntil = null)
    {
        if (_continuations.IsAbandoned)
        {
            throw new InvalidOperationException("The piece was abandoned.");
        }

        if (Standing is Standing.Posted)
        {
            await RunAsync();
            Standing = Standing.Waiting;
        }

        Standing = Ending.IsCompleted ? Standing.Ended : await ArriveAsync(orUntil);
        if (Standing is Standing.Ended)
        {
            await Ending;
        }

        return Standing;
    }

    /// <summary>Takes so many steps, or fewer if it ends or waits before.</summary>
    public async Task<Standing> StepAsync(int times, Func<CancellationToken, Task>? orUntil = null)
    {
        for (var taken = 0; taken < times; taken++)
        {
            if (await StepAsync(orUntil) is not Standing.Posted)
            {
                break;
            }
        }

        return Standing;
    }

    /// <summary>It never goes on, even when what it awaits ends.</summary>
    public void Abandon() => _continuations.Abandon();

    private protected void Begin(Action begin) => _continuations.Post(_ => begin(), null);

    private async Task RunAsync()
    {
        var held = _databases.Select(database => new HeldWrites(database)).ToList();
        try
        {
            Steps++;
            _continuations.Run();
        }
        finally
        {
            foreach (var writes in held)
            {
                await writes.DisposeAsync();
            }
        }
    }

    private async Task<Standing> ArriveAsync(Func<CancellationToken, Task>? orUntil)
    {
        using var leaving = new CancellationTokenSource();
        var arrival = _continuations.Arrival;
        var until = orUntil?.Invoke(leaving.Token) ?? Task.Delay(Timeout.InfiniteTimeSpan, leaving.Token);
        try
        {
            await Task.WhenAny(arrival, until).WaitAsync(Patience);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException(
                $"What the piece awaits after step {Steps} has not ended within {Patience}. Does it wait for the clock?",
                e
            );
        }

        await leaving.CancelAsync();
        if (_continuations.IsForked)
        {
            throw new InvalidOperationException("The piece awaits several things at once: chance decides its order.");
        }

        if (!arrival.IsCompleted)
        {
            await until;
            return Standing.Waiting;
        }

        return Standing.Posted;
    }
}

/// <typeparam name="T">What it returns.</typeparam>
internal sealed class Stepped<T> : Stepped
{
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Stepped(Func<Task<T>> run, IReadOnlyList<Database> databases)
        : base(databases)
    {
        Begin(() => _ = KeepOutcomeAsync(run));
    }

    /// <summary>What it returned or threw; never completes once it was abandoned.</summary>
    public Task<T> Outcome => _outcome.Task;

    private protected override Task Ending => Outcome;

    /// <summary>Steps to the end.</summary>
    public async Task<T> RunToEndAsync()
    {
        Standing standing;
        do
        {
            standing = await StepAsync();
        } while (standing is not Standing.Ended);
        return await Outcome;
    }

    private async Task KeepOutcomeAsync(Func<Task<T>> run)
    {
        try
        {
            _outcome.SetResult(await run());
        }
#pragma warning disable CA1031 // Whatever it is, it is what became of the piece.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _outcome.SetException(failure);
        }
    }
}
