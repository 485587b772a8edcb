using System.Collections.Concurrent;
using NotifyReceiver.Certificates.Issuing.Keeping;

namespace NotifyReceiver.Certificates.Renewing.Planning;

/// <summary>The states on disk. What could not be written is remembered, so that a full disk does not make us forget to wait.</summary>
internal sealed class RenewalStates(AcmeFiles files, ILogger<RenewalStates> log)
{
    private readonly ConcurrentDictionary<string, RenewalState> _unwritten = new(StringComparer.Ordinal);

    public RenewalState Of(string lineage)
    {
        if (_unwritten.TryGetValue(lineage, out var remembered))
        {
            return remembered;
        }
        var (state, problem) = JsonFile.Read<RenewalState>(File(lineage));
        if (problem is not null)
        {
            log.StateUnreadable(problem);
        }
        return state ?? new RenewalState();
    }

    public void Keep(string lineage, RenewalState state)
    {
        _unwritten[lineage] = state;
        try
        {
            JsonFile.Write(File(lineage), state);
            _unwritten.TryRemove(lineage, out _);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            log.StateUnwritten(File(lineage), unwritable.Message);
        }
    }

    private string File(string lineage) => files.For(lineage, "renewal");
}
