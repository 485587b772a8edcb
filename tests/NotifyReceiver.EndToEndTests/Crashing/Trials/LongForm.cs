using System.Globalization;

namespace NotifyReceiver.EndToEndTests.Crashing.Trials;

/// <summary>How often the long trials crash: a few times, unless the environment asks for more.</summary>
internal static class LongForm
{
    public const string Kills = "NOTIFY_RECEIVER_KILLS";
    public const string Cuts = "NOTIFY_RECEIVER_CUTS";

    /// <param name="variable">The environment's variable that asks for another number.</param>
    /// <exception cref="InvalidOperationException">What it asks for is no such number.</exception>
    public static int Count(string variable, int usual)
    {
        var text = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(text))
        {
            return usual;
        }
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw new InvalidOperationException(
                $"{variable} is '{text}'; it takes a whole number from 1, like {variable}={usual}"
            );
    }
}
