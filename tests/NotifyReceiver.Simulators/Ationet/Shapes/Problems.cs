using NotifyReceiver.Simulators.Ationet.Answering;

namespace NotifyReceiver.Simulators.Ationet.Shapes;

/// <summary>Everything that is wrong with one request; the first decides how it is refused.</summary>
internal sealed class Problems
{
    private readonly List<Problem> _found = [];

    public IReadOnlyList<Problem> Found => _found;

    public bool Any => _found.Count > 0;

    public void Add(string field, string what, string code = AtionetCodes.InvalidRequest, int status = 400) =>
        _found.Add(new(status, code, field, what));
}
