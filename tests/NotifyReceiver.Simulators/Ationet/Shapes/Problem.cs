namespace NotifyReceiver.Simulators.Ationet.Shapes;

internal sealed record Problem(int Status, string Code, string Field, string What)
{
    public override string ToString() => $"{Field}: {What}";
}
