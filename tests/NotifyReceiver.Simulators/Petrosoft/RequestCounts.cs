namespace NotifyReceiver.Simulators.Petrosoft;

/// <summary>How often each endpoint was asked, refused requests included.</summary>
internal sealed class RequestCounts
{
    private readonly int[] _counts = new int[Enum.GetValues<PetrosoftEndpoint>().Length];

    public int this[PetrosoftEndpoint endpoint] => Volatile.Read(ref _counts[(int)endpoint]);

    public void Add(PetrosoftEndpoint endpoint) => Interlocked.Increment(ref _counts[(int)endpoint]);

    public void Clear() => Array.Clear(_counts);
}
