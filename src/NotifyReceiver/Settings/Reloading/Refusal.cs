using NotifyReceiver.Wording;

namespace NotifyReceiver.Settings.Reloading;

/// <summary>Why something is not taken, in one line.</summary>
internal static class Refusal
{
    private const int MostTold = 5;

    public static string InWords(IReadOnlyList<string> mistakes)
    {
        var told = string.Join("; ", mistakes.Take(MostTold).Select(PlainLine.Of));
        return mistakes.Count > MostTold ? $"{told}; and {mistakes.Count - MostTold} more" : told;
    }
}
