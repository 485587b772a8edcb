using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Receiving;

/// <summary>Where a caller may put the key: some can send a header, and some only a user and a password.</summary>
public sealed class KeyPlacesTests(DryRunInstallation shared, ITestOutputHelper log)
    : IClassFixture<DryRunInstallation>,
        IDisposable
{
    private Installation Installation => shared.Installation;

    public void Dispose() => log.WriteLine(Installation.Transcript);

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("--header", "X-Api-Key: {key}")]
    [InlineData("--header", "Authorization: Bearer {key}")]
    [InlineData("--user", "any:{key}")]
    [InlineData("--user", ":{key}")]
    public async Task The_key_is_taken(string option, string value)
    {
        var answer = await CallAsync(option, value, Installation.ApiKey);

        Assert.Equal(202, answer.Status);
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("any:{key}")]
    [InlineData("{key}:any")]
    [InlineData("{key}:")]
    public async Task A_user_and_a_password_that_are_not_the_key_are_refused(string user)
    {
        var key = user.StartsWith("any", StringComparison.Ordinal) ? $"{Installation.ApiKey}0" : Installation.ApiKey;

        var answer = await CallAsync("--user", user, key);

        Assert.Equal(401, answer.Status);
        Assert.Equal("urn:notify-receiver:problem:wrong-api-key", answer.Json.Text("type"));
    }

    private Task<HttpAnswer> CallAsync(string option, string value, string key) =>
        Installation.Curl.CallAsync(
            option,
            value.Replace("{key}", key, StringComparison.Ordinal),
            "--data-binary",
            $"@{Samples.PathOf(Samples.FuelInvoice)}",
            "--header",
            "Content-Type: application/xml",
            $"{Installation.Program.Webhook}"
        );
}
