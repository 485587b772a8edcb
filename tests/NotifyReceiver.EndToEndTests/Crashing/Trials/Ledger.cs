using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace NotifyReceiver.EndToEndTests.Crashing.Trials;

/// <summary>The sender's books: which calls it has made, by their numbers, and as which notification each was acknowledged.</summary>
internal sealed class Ledger
{
    // One call in so many repeats an earlier one that was acknowledged: it must be known, whatever happened since.
    private const int CallsARepeat = 40;

    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<int> _unsent = [];
    private readonly ConcurrentQueue<string> _contradictions = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waitingInVain = [];

    // By number. 0: nobody has acknowledged it.
    private readonly List<long> _seqs = [];
    private readonly Dictionary<long, int> _numbers = [];

    /// <summary>How many different calls were made.</summary>
    public int Made => Locked(() => _seqs.Count);

    /// <summary>How many different calls were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Answers of 503.</summary>
    public int Refused { get; private set; }

    /// <summary>Each call that was acknowledged as two notifications, and each notification for two calls.</summary>
    public IReadOnlyCollection<string> Contradictions => _contradictions;

    /// <summary>The number of each acknowledged call, by its notification.</summary>
    public IReadOnlyDictionary<long, int> BySeq() => Locked(() => new Dictionary<long, int>(_numbers));

    /// <summary>The next call: what was not acknowledged first, otherwise a new one or a repeated one.</summary>
    public int Next() =>
        NextUnsent()
        ?? Locked(() =>
        {
            if (_seqs.Count > 0 && RandomNumberGenerator.GetInt32(CallsARepeat) == 0)
            {
                var earlier = RandomNumberGenerator.GetInt32(_seqs.Count);
                if (_seqs[earlier] > 0)
                {
                    return earlier;
                }
            }
            _seqs.Add(0);
            return _seqs.Count - 1;
        });

    public int? NextUnsent() => _unsent.TryDequeue(out var number) ? number : null;

    /// <summary>Nobody has answered it, or with a 503.</summary>
    public void PutBack(int number, bool refused)
    {
        _unsent.Enqueue(number);
        Locked(() =>
        {
            Refused += refused ? 1 : 0;
            return _waitingInVain.RemoveAll(wait => Refused >= wait.Count && wait.Reached.TrySetResult());
        });
    }

    public void Acknowledge(int number, long seq) =>
        Locked(() =>
        {
            if (_seqs[number] == 0)
            {
                if (!_numbers.TryAdd(seq, number))
                {
                    _contradictions.Enqueue($"n{seq} was acknowledged for call {_numbers[seq]} and for call {number}");
                }
                _seqs[number] = seq;
                Acknowledged++;
                _waiting.RemoveAll(wait => Acknowledged >= wait.Count && wait.Reached.TrySetResult());
            }
            else if (_seqs[number] != seq)
            {
                _contradictions.Enqueue($"call {number} was acknowledged as n{_seqs[number]} and again as n{seq}");
            }
            return true;
        });

    /// <summary>Completes when so many more calls are acknowledged.</summary>
    public Task MoreAsync(int count) => WaitAsync(_waiting, () => Acknowledged + count);

    /// <summary>Completes when so many more calls are refused.</summary>
    public Task MoreRefusedAsync(int count) => WaitAsync(_waitingInVain, () => Refused + count);

    private Task WaitAsync(List<(int Count, TaskCompletionSource Reached)> waiting, Func<int> until) =>
        Locked(() =>
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((until(), reached));
            return reached.Task;
        });

    private T Locked<T>(Func<T> act)
    {
        lock (_gate)
        {
            return act();
        }
    }
}
