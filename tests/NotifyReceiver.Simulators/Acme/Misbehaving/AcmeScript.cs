namespace NotifyReceiver.Simulators.Acme.Misbehaving;

/// <summary>What has been told to go wrong; the first that concerns a call and is due is used.</summary>
internal sealed class AcmeScript
{
    private readonly Lock _gate = new();
    private readonly List<Line> _lines = [];

    public void Add(AcmeMisbehaviour how)
    {
        lock (_gate)
        {
            _lines.Add(new Line(how));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _lines.Clear();
        }
    }

    public AcmeMisbehaviour? Take(AcmeCall call)
    {
        lock (_gate)
        {
            var concerned = _lines.Where(line => line.How.Call == call).ToList();
            var due = concerned.Find(line => line.Before == 0);
            foreach (var line in concerned.Where(line => line.Before > 0))
            {
                line.Before--;
            }
            if (due is not null && --due.Left == 0)
            {
                _lines.Remove(due);
            }
            return due?.How;
        }
    }

    private sealed class Line(AcmeMisbehaviour how)
    {
        public AcmeMisbehaviour How { get; } = how;

        public int Before { get; set; } = how.After;

        public int? Left { get; set; } = how.Times;
    }
}
