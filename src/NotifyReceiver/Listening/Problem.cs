using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotifyReceiver.Listening;

/// <summary>What went wrong, as RFC 9457 has it. <paramref name="Type"/> is stable: programs may branch on it.</summary>
/// <param name="Type">A URN that names the kind of problem.</param>
/// <param name="Title">The kind in words, always the same.</param>
/// <param name="Detail">This case in words, and what to do.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail) : IResult
{
    private const string MediaType = "application/problem+json";
    private const string TypePrefix = "urn:notify-receiver:problem:";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="name">The last part of the type.</param>
    public static Problem Of(int status, string name, string title, string detail) =>
        new(TypePrefix + name, title, status, detail);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        return httpContext.Response.WriteAsJsonAsync(this, Json, MediaType, httpContext.RequestAborted);
    }
}
