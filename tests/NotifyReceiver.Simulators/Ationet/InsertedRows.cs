using System.Text.Json;
using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Ationet;

/// <summary>What the host holds, in the order in which it came.</summary>
internal sealed class InsertedRows(TimeProvider clock, Changes changes)
{
    private readonly Lock _gate = new();
    private readonly List<InsertedRow> _rows = [];
    private readonly List<InsertedRow> _duplicates = [];
    private readonly HashSet<object> _keys = [];

    public IReadOnlyList<InsertedRow> Duplicates
    {
        get
        {
            lock (_gate)
            {
                return [.. _duplicates];
            }
        }
    }

    /// <summary>Of both kinds.</summary>
    public IReadOnlyList<InsertedRow> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _rows];
            }
        }
    }

    public IReadOnlyList<InsertedRow> Of(InsertKind kind)
    {
        lock (_gate)
        {
            return [.. _rows.Where(row => row.Kind == kind)];
        }
    }

    public void Add(InsertKind kind, string terminal, IReadOnlyList<JsonElement> rows)
    {
        lock (_gate)
        {
            foreach (var row in rows)
            {
                Add(new(kind, terminal, row, clock.GetUtcNow(), Guid.NewGuid()));
            }
        }

        changes.Raise();
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rows.Clear();
            _duplicates.Clear();
            _keys.Clear();
        }

        changes.Raise();
    }

    private void Add(InsertedRow row)
    {
        _rows.Add(row);
        if (!_keys.Add((row.Kind, row.Terminal, row.Tank, row.Product, row.DateTime, row.Volume, row.InvoiceNumber)))
        {
            _duplicates.Add(row);
        }
    }
}
