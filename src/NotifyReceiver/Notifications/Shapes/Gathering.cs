namespace NotifyReceiver.Notifications.Shapes;

/// <summary>Collects what the parts of one notification name, and says what it all comes to.</summary>
internal sealed class Gathering
{
    private const int MostReferences = 1000;

    private readonly OrderedDictionary<string, Reference> _byPath = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private readonly List<string> _problems = [];

    public void Note(string note) => _notes.Add(note);

    /// <param name="at">Where in the notification.</param>
    public void Problem(string at, string what) => _problems.Add($"{at}: {what}");

    public void Add(Reference given, string at)
    {
        var (reference, problem) = given.Checked();
        if (reference is null)
        {
            Problem(at, problem!);
            return;
        }
        Keep(reference);
    }

    /// <summary>Adds what a part came to. Only what is fetched can be put together with others.</summary>
    public void Add(Shape part, string at)
    {
        switch (part)
        {
            case Shape.References references:
                foreach (var reference in references.All)
                {
                    Keep(reference);
                }
                _notes.AddRange(references.Notes);
                break;
            case Shape.Nothing nothing:
                _notes.AddRange(nothing.Notes);
                break;
            case Shape.Unusable unusable:
                _problems.AddRange(unusable.Problems.Select(problem => $"{at}: {problem}"));
                break;
            default:
                Problem(at, $"is {part.Name} among others; have the sender send it as a notification of its own");
                break;
        }
    }

    public Shape ToShape(string name)
    {
        if (_byPath.Count > MostReferences)
        {
            _problems.Add(
                $"it names {_byPath.Count} documents; {MostReferences} are the most that one notification may name; have the sender split it"
            );
        }
        if (_problems.Count > 0)
        {
            return new Shape.Unusable(name, _problems);
        }
        return _byPath.Count > 0
            ? new Shape.References(name, [.. _byPath.Values], _notes)
            : new Shape.Nothing(name, _notes);
    }

    // One path is one document, and what is fetched is its latest state: the earlier of two events adds nothing.
    private void Keep(Reference reference)
    {
        if (
            !_byPath.TryGetValue(reference.Path, out var known)
            || Sequencer.Compare(reference.Sequencer ?? "", known.Sequencer ?? "") > 0
        )
        {
            _byPath[reference.Path] = reference;
        }
    }
}
