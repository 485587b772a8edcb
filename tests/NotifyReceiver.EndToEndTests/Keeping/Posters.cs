using System.Collections.Concurrent;
using System.Globalization;
using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Keeping;

/// <summary>Several connections that post one invoice after the other until the service is gone, and keep what was promised.</summary>
/// <param name="installation">Whose service is called.</param>
/// <param name="until">How many acknowledged calls are enough.</param>
internal sealed class Posters(Installation installation, int until) : IDisposable
{
    private const int Connections = 8;

    private readonly ConcurrentDictionary<string, string> _acknowledged = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Caller _caller = new(installation, Connections);
    private int _number;

    /// <summary>Completes when enough calls were acknowledged.</summary>
    public Task Enough => _enough.Task.WaitAsync(Deadline.OfWait);

    /// <returns>The id of each acknowledged notification, and the invoice number that it brought.</returns>
    public async Task<IReadOnlyDictionary<string, string>> PostUntilTheServiceIsGoneAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => PostOneAfterTheOtherAsync()));
        return _acknowledged;
    }

    public void Dispose() => _caller.Dispose();

    private async Task PostOneAfterTheOtherAsync()
    {
        try
        {
            while (true)
            {
                await PostAsync($"INV-{Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture)}");
            }
        }
        catch (HttpRequestException) when (_acknowledged.Count >= until)
        {
            // The service is gone, as it was meant to be.
        }
    }

    private async Task PostAsync(string invoice)
    {
        _acknowledged[await _caller.PostAsync(new Invoice(invoice).ToXml(), Samples.Xml)] = invoice;
        if (_acknowledged.Count >= until)
        {
            _enough.TrySetResult();
        }
    }
}
