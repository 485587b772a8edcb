namespace NotifyReceiver.Simulators.Loopback;

internal sealed record Handled(Answer Answer, IReadOnlyList<string> Violations)
{
    public Handled(Answer answer)
        : this(answer, []) { }
}
