using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Misbehaving;

/// <summary>What has been told to go wrong, in the order it was told; the first that concerns a request is used.</summary>
internal sealed class Script<T>(Changes changes)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly List<(T How, int? Left)> _lines = [];

    public IReadOnlyList<(T How, int? Left)> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    /// <param name="how">What to do.</param>
    /// <param name="times">For how many requests; null until cleared.</param>
    public void Add(T how, int? times)
    {
        lock (_gate)
        {
            _lines.Add((how, times));
        }

        changes.Raise();
    }

    public T? Take(Func<T, bool> concerns)
    {
        lock (_gate)
        {
            var index = _lines.FindIndex(line => concerns(line.How));
            if (index < 0)
            {
                return null;
            }

            var (how, left) = _lines[index];
            if (left == 1)
            {
                _lines.RemoveAt(index);
            }
            else
            {
                _lines[index] = (how, left - 1);
            }

            return how;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _lines.Clear();
        }

        changes.Raise();
    }
}
