using NotifyReceiver.Petrosoft.CatchingUp;

namespace NotifyReceiver.Cli;

/// <summary>How far a run is, on standard error: on a terminal one line that changes, otherwise a line now and then.</summary>
internal sealed class ProgressLine
{
    private const int DocumentsBetweenLines = 100;

    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private int _longest;

    public void Show(CatchUpProgress progress)
    {
        if (_isTerminal)
        {
            Overwrite(progress.ToString());
        }
        else if (progress.Listed > 0 && progress.Listed % DocumentsBetweenLines == 0)
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
