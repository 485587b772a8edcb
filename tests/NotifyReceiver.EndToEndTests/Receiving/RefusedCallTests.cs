using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Receiving;

public sealed class RefusedCallTests : IClassFixture<DryRunInstallation>, IDisposable
{
    private const int AboveTheLimit = (4 * 1024 * 1024) + 1;

    private readonly Installation _installation;
    private readonly ITestOutputHelper _log;

    public RefusedCallTests(DryRunInstallation shared, ITestOutputHelper log)
    {
        _installation = shared.Installation;
        _log = log;
        _installation.Directory.Write(RefusedCalls.SmallFile, new Invoice("INV-1").ToXml());
        _installation.Directory.Write(RefusedCalls.LargeFile, new string(' ', AboveTheLimit));
    }

    public static TheoryData<string> Calls => [.. RefusedCalls.All.Keys];

    public void Dispose() => _log.WriteLine(_installation.Transcript);

    [Theory(Timeout = Deadline.OfTest)]
    [MemberData(nameof(Calls))]
    public async Task A_bad_call_is_refused_with_help_and_leaves_nothing_behind(string name)
    {
        var call = RefusedCalls.All[name];

        var answer = await _installation.Curl.CallAsync(ArgumentsOf(call));

        Assert.Equal(call.Status, answer.Status);
        Assert.Equal("application/problem+json", answer.Header("Content-Type"));
        Assert.Equal($"urn:notify-receiver:problem:{call.Problem}", answer.Json.Text("type"));
        Assert.Equal(call.Status, answer.Json.Number("status"));
        Assert.NotEmpty(answer.Json.Text("title"));
        Assert.Contains(call.Help, answer.Json.Text("detail"), StringComparison.Ordinal);
        Assert.DoesNotContain(WrongKey.Text, answer.Body + _installation.Program.Output, StringComparison.Ordinal);
        Assert.Equal(call.Status == 405 ? "POST" : null, answer.Header("Allow"));
        Assert.Equal(
            call.Status == 401 ? "Bearer, Basic realm=\"notify-receiver\"" : null,
            answer.Header("WWW-Authenticate")
        );
        Assert.Empty(await _installation.Listing.GetAsync(Listing.Notifications));
    }

    private string[] ArgumentsOf(RefusedCall call)
    {
        var webhook = _installation.Program.Webhook;
        string[] key = call.HasKey ? ["-H", $"X-Api-Key: {_installation.ApiKey}"] : [];
        return
        [
            .. key,
            .. call.Curl.Select(argument =>
                argument
                    .Replace("{webhook}", $"{webhook}", StringComparison.Ordinal)
                    .Replace("{root}", webhook.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            ),
        ];
    }
}
