using System.Globalization;
using NotifyReceiver.Simulators.Loopback;
using NotifyReceiver.Tests.Simulators;

namespace NotifyReceiver.Tests.Ationet;

/// <summary>A request that ATIONET's own SDK was captured sending, to hold ours against.</summary>
internal static class SdkCapture
{
    /// <param name="changes">What our requests have otherwise, each with the text of the capture that it stands in for.</param>
    public static Capture Read(string name, params IEnumerable<(string Captured, string Ours)> changes)
    {
        var capture = Capture.Read(name);
        var body = capture.Body;
        foreach (var (captured, ours) in changes)
        {
            Assert.Contains(captured, body, StringComparison.Ordinal);
            body = body.Replace(captured, ours, StringComparison.Ordinal);
        }
        return capture with { Body = body };
    }

    /// <summary>To the last character. Ours are the host's address and the name of the client.</summary>
    public static void AssertSameAs(this Capture capture, SeenRequest seen)
    {
        Assert.Equal(capture.Body, seen.Body);
        Assert.Equal($"{capture.Method} {capture.Path}", $"{seen.Method} {seen.Path}");
        Assert.All(
            capture.Headers.Where(header => header.Key is not ("Host" or "User-Agent" or "Content-Length")),
            header => Assert.Equal(header.Value, seen.Header(header.Key))
        );
        Assert.Equal(capture.Body.Length.ToString(CultureInfo.InvariantCulture), seen.Header("Content-Length"));
        Assert.Equal(
            capture.Headers.Select(header => header.Key).Order(StringComparer.Ordinal),
            seen.Headers.Select(header => header.Key).Order(StringComparer.Ordinal)
        );
    }
}
