using NotifyReceiver.Simulators.Control;

namespace NotifyReceiver.Simulators.Loopback;

/// <summary>A host that can go down and come back at the same address, and remembers every request.</summary>
internal sealed class SimulatedHost(
    RequestLog log,
    ControlApi control,
    Func<ArrivedRequest, CancellationToken, Task<Handled>> handle
) : IAsyncDisposable
{
    private LoopbackServer? _server;
    private int _port;

    public string BaseUrl => $"http://127.0.0.1:{_port}";

    public async Task StartAsync(int port)
    {
        _server = await LoopbackServer.StartAsync(port, ExchangeAsync);
        _port = _server.Port;
    }

    public Task RestartAsync() =>
        _server is null
            ? StartAsync(_port)
            : throw new InvalidOperationException("The simulator is running: stop it before it can start again.");

    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _server, null) is { } server)
        {
            await server.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task ExchangeAsync(HttpContext context, CancellationToken stopping)
    {
        if (ControlApi.Concerns(context.Request))
        {
            await control.AnswerAsync(context);
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var request = await ArrivedRequest.ReadAsync(context.Request, ending.Token);
        var number = log.Begin(request);
        if (!request.IsWhole)
        {
            log.Abandoned(number);
            context.Abort();
            return;
        }
        try
        {
            ending.Token.ThrowIfCancellationRequested();
            var handled = await handle(request, ending.Token);
            // Noted before it is sent: whoever has the answer also finds it in the log.
            log.Answered(number, handled);
            await handled.Answer.SendAsync(context);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            log.Abandoned(number);
            context.Abort();
        }
    }
}
