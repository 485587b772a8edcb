using NotifyReceiver.Storage.Copying;

namespace NotifyReceiver.Cli.Keeping;

/// <summary>How far a copy is; a line for each tenth where lines do not change.</summary>
internal sealed class CopyLine
{
    private const int PercentBetweenLines = 10;

    // What is copied in a moment needs no lines.
    private const int PagesOfShortOnes = 10_000;

    private readonly ProgressLine _line = new();
    private int _next = PercentBetweenLines;

    public void Show(CopyProgress progress)
    {
        if (progress.All < PagesOfShortOnes)
        {
            return;
        }
        var isMilestone = progress.Percent >= _next;
        if (isMilestone)
        {
            _next = progress.Percent - (progress.Percent % PercentBetweenLines) + PercentBetweenLines;
        }
        _line.Show(progress.Remaining == 0 ? "copied; checking the copy" : $"{progress.Percent} % copied", isMilestone);
    }

    public void Clear() => _line.Clear();
}
