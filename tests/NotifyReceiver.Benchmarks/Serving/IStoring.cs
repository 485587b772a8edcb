using Microsoft.AspNetCore.Http;

namespace NotifyReceiver.Benchmarks.Serving;

/// <summary>What a bare endpoint does with a call before it answers.</summary>
internal interface IStoring
{
    Task TakeAsync(HttpRequest request);
}
