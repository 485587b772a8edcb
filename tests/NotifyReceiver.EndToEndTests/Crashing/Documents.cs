using System.Collections.Concurrent;
using System.Globalization;
using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Crashing;

/// <summary>
/// Invoices and readings of many stations, in turn, from a sender that posts again what was not acknowledged. Each becomes one
/// insert that no other is like.
/// </summary>
internal sealed class Documents(int stations)
{
    private const int Connections = 8;

    private static readonly DateTime Midnight = new(2026, 1, 15, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly ConcurrentQueue<int> _unsent = [];

    /// <summary>The invoice numbers of all that were made.</summary>
    public IEnumerable<string> Invoices => Numbers(0).Select(InvoiceNumber);

    /// <summary>Terminal and date-time of all the readings that were made.</summary>
    public IEnumerable<string> Readings =>
        Numbers(1).Select(number => $"{Stations.TerminalOf(StationOf(number))} {ReadingOf(number).DateTime}");

    public int Count { get; private set; }

    /// <summary>Makes so many more and posts all that nobody has acknowledged yet, until that is done or the service is gone.</summary>
    public async Task PostAsync(Installation installation, int more)
    {
        foreach (var number in Enumerable.Range(Count, more))
        {
            _unsent.Enqueue(number);
        }
        Count += more;
        using var caller = new Caller(installation, Connections);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => PostOneAfterTheOtherAsync(caller)));
    }

    private async Task PostOneAfterTheOtherAsync(Caller caller)
    {
        while (_unsent.TryDequeue(out var number))
        {
            try
            {
                await (
                    number % 2 == 0
                        ? caller.PostAsync(InvoiceOf(number).ToXml(), Samples.Xml)
                        : caller.PostAsync(ReadingOf(number).ToJson(), Samples.Json)
                );
            }
            catch (HttpRequestException)
            {
                _unsent.Enqueue(number);
                return;
            }
        }
    }

    private IEnumerable<int> Numbers(int remainder) =>
        Enumerable.Range(0, Count).Where(number => number % 2 == remainder);

    private int StationOf(int number) => 1 + (number / 2 % stations);

    private Invoice InvoiceOf(int number) =>
        new(InvoiceNumber(number)) { Location = Stations.LocationOf(StationOf(number)) };

    private Reading ReadingOf(int number) =>
        new(Midnight.AddSeconds(number)) { Location = Stations.LocationOf(StationOf(number)) };

    private static string InvoiceNumber(int number) => $"INV-{number.ToString(CultureInfo.InvariantCulture)}";
}
