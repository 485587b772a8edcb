using System.Globalization;
using System.Text.Json.Nodes;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>Stations like the one of the samples: two tanks each, number 01 with product UNL87 and number 02 with DSL.</summary>
internal static class Stations
{
    /// <summary>Petrosoft's id of the station with this number, from 1.</summary>
    public static string LocationOf(int number) => number.ToString("'L'000", CultureInfo.InvariantCulture);

    /// <summary>ATIONET's code of its terminal.</summary>
    public static string TerminalOf(int number) => number.ToString("'ABC'0000000000", CultureInfo.InvariantCulture);

    /// <summary>A sites file with so many.</summary>
    public static string File(int count) =>
        File(Enumerable.Range(1, count).Select(number => (LocationOf(number), TerminalOf(number))));

    /// <summary>A sites file with these.</summary>
    public static string File(IEnumerable<(string Location, string Terminal)> stations)
    {
        var file = JsonNode.Parse(Samples.Sites)!;
        var like = file["sites"]![0]!;
        file["sites"] = new JsonArray([
            .. stations.Select(station =>
            {
                var site = like.DeepClone();
                site["location"] = station.Location;
                site["terminalCode"] = station.Terminal;
                return site;
            }),
        ]);
        return file.ToJsonString();
    }
}
