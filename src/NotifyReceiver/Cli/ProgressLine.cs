using NotifyReceiver.Petrosoft.CatchingUp;

namespace NotifyReceiver.Cli;

/// <summary>How far a run is, on standard error: on a terminal one line that changes, otherwise a line now and then.</summary>
internal sealed class ProgressLine
{
    private const int DocumentsBetweenLines = 100;

    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private int _longest;

    public void Show(CatchUpProgress progress) =>
        Show(progress.ToString(), progress.Listed > 0 && progress.Listed % DocumentsBetweenLines == 0);

    /// <param name="isMilestone">Whether it is worth a line of its own where lines do not change.</param>
    public void Show(string progress, bool isMilestone)
    {
        if (_isTerminal)
        {
            Overwrite(progress);
        }
        else if (isMilestone)
        {
            Console.Error.WriteLine(progress);
        }
    }

    public void Clear()
    {
        if (_isTerminal)
        {
            Overwrite("");
            Console.Error.Write('\r');
        }
    }

    private void Overwrite(string line)
    {
        _longest = Math.Max(_longest, line.Length);
        Console.Error.Write($"\r{line.PadRight(_longest)}");
    }
}
