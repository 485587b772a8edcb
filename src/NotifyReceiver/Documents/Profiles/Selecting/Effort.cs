namespace NotifyReceiver.Documents.Profiles.Selecting;

/// <summary>
/// How much may still be done to read one document. A selector can ask for more than any machine can do, such as each element's
/// count of all the others in a document of megabytes, and nothing else would stop it.
/// </summary>
internal sealed class Effort(int steps = Effort.MostSteps)
{
    // A shift report of 1,000 lines needs a tenth of it; it is a second or two of work.
    public const int MostSteps = 20_000_000;

    private int _left = steps;

    /// <exception cref="EffortException">It is used up.</exception>
    public void Spend(int more)
    {
        _left -= more;
        if (_left < 0)
        {
            throw new EffortException();
        }
    }
}
