using NotifyReceiver.Ationet;

namespace NotifyReceiver.Tests.Ationet;

/// <summary>The destination of the tests: the simulated host and the users that it knows.</summary>
internal static class TestDestination
{
    /// <summary>Never waited out: a test that needs its end moves the clock.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    public static DestinationOptions At(string baseUrl, AuthorizationForm form = AuthorizationForm.Plain) =>
        new(
            DestinationOptions.DefaultName,
            new Uri(baseUrl),
            new Credentials("fms@example.com", "let-me-insert"),
            form,
            new Credentials("interface@example.com", "let-me-download")
        );
}
