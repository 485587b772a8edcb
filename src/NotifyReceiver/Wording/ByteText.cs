using System.Globalization;

namespace NotifyReceiver.Wording;

/// <summary>A number of bytes as people read it: <c>1.4 GiB</c>.</summary>
internal static class ByteText
{
    private const int Thousand = 1024;

    private static readonly string[] Units = ["bytes", "KiB", "MiB", "GiB", "TiB"];

    public static string Of(long bytes)
    {
        decimal amount = bytes;
        var unit = 0;
        while (amount >= Thousand && unit < Units.Length - 1)
        {
            amount /= Thousand;
            unit++;
        }
        return string.Create(CultureInfo.InvariantCulture, $"{amount:0.#} {Units[unit]}");
    }
}
