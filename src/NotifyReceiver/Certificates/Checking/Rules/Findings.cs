namespace NotifyReceiver.Certificates.Checking.Rules;

/// <summary>What the rules say about a candidate: all of it, not only the first.</summary>
internal sealed class Findings
{
    private readonly List<string> _problems = [];
    private readonly List<string> _warnings = [];

    /// <summary>Each keeps the candidate from being served.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public IReadOnlyList<string> Warnings => _warnings;

    public void Refuse(string why) => _problems.Add(why);

    public void Warn(string about) => _warnings.Add(about);
}
