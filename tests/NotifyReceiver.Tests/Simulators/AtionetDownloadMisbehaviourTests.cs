using System.Net;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Simulators.Loopback;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Simulators;

/// <summary>Downloads go wrong in every way that inserts do, when told so, and inserts go on as ever.</summary>
public sealed class AtionetDownloadMisbehaviourTests : IAsyncLifetime
{
    private const string Deliveries =
        """{"SiteCode":"","MerchantContractCode":"","DateFrom":"2026/01/01 00:00:00","DateTo":"","ActionCode":"981","SubscriberCode":"ABC","CompanyCode":null,"MerchantCode":"","SystemModel":"model","SystemVersion":"1.0","MessageFormatVersion":"1.3"}""";

    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    private readonly ManualClock _clock = new();
    private AtionetSimulator _ationet = null!;
    private AtionetCaller _caller = null!;

    public async Task InitializeAsync()
    {
        _ationet = await AtionetSimulator.StartAsync(clock: _clock);
        _caller = new(_ationet);
    }

    public async Task DisposeAsync()
    {
        _caller.Dispose();
        await _ationet.DisposeAsync();
    }

    public static TheoryData<AtionetMisbehaviourKind, int, string> Answered =>
        new()
        {
            { AtionetMisbehaviourKind.Status, 503, "50000" },
            { AtionetMisbehaviourKind.GarbageSuccess, 200, "<html>" },
            { AtionetMisbehaviourKind.EmptySuccess, 200, "" },
            { AtionetMisbehaviourKind.Redirect, 302, "" },
            { AtionetMisbehaviourKind.ResponseCode, 200, "40002" },
            { AtionetMisbehaviourKind.PartlyStored, 400, "40000" },
        };

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task A_download_is_answered_otherwise_while_inserts_are_not(
        AtionetMisbehaviourKind kind,
        int status,
        string part
    )
    {
        _ationet.Misbehave(Of(kind));

        await InsertAsync();
        using var response = await _caller.DownloadAsync(Deliveries);

        Assert.Equal(status, (int)response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Contains(part, body, StringComparison.Ordinal);
        Assert.Equal(part.Length == 0, body.Length == 0);
        Assert.DoesNotContain("INV1", body, StringComparison.Ordinal);
        Assert.Single(_ationet.Rows);
        Assert.Empty(_ationet.Violations);
    }

    [Theory]
    [InlineData(AtionetMisbehaviourKind.ResetBeforeStoring, RequestEnding.Reset)]
    [InlineData(AtionetMisbehaviourKind.ResetAfterStoring, RequestEnding.Reset)]
    [InlineData(AtionetMisbehaviourKind.StoredLate, RequestEnding.Reset)]
    [InlineData(AtionetMisbehaviourKind.TruncatedSuccess, RequestEnding.CutShort)]
    public async Task A_download_breaks_off_while_inserts_do_not(AtionetMisbehaviourKind kind, RequestEnding ending)
    {
        _ationet.Misbehave(Of(kind));

        await InsertAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => _caller.DownloadAsync(Deliveries));
        _clock.Advance(AnHour);

        Assert.Equal(ending, _ationet.Requests[^1].Ending);
        Assert.Single(_ationet.Rows);
    }

    /// <summary>What was inserted meanwhile is found by a host that looks after the delay, and not by one that looked before.</summary>
    [Theory]
    [InlineData(AtionetMisbehaviourKind.Slow, true)]
    [InlineData(AtionetMisbehaviourKind.SlowAfterStoring, false)]
    public async Task A_download_is_kept_waiting_while_inserts_are_not(AtionetMisbehaviourKind kind, bool isFound)
    {
        _ationet.Misbehave(Of(kind));

        var answer = _caller.DownloadAsync(Deliveries);
        await _ationet.WaitForAsync(host => host.HeldRequests == 1, AtionetCaller.Patience);
        await InsertAsync();
        _clock.Advance(AnHour);
        using var response = await answer;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(isFound, body.Contains("INV1", StringComparison.Ordinal));
        Assert.Equal(0, _ationet.HeldRequests);
    }

    private static AtionetMisbehaviour Of(AtionetMisbehaviourKind kind) =>
        kind switch
        {
            AtionetMisbehaviourKind.Slow => AtionetMisbehaviour.Slow(AnHour),
            AtionetMisbehaviourKind.SlowAfterStoring => AtionetMisbehaviour.SlowAfterStoring(AnHour),
            AtionetMisbehaviourKind.Status => AtionetMisbehaviour.Status(503),
            AtionetMisbehaviourKind.ResetBeforeStoring => AtionetMisbehaviour.ResetBeforeStoring(),
            AtionetMisbehaviourKind.ResetAfterStoring => AtionetMisbehaviour.ResetAfterStoring(),
            AtionetMisbehaviourKind.StoredLate => AtionetMisbehaviour.StoredLate(AnHour),
            AtionetMisbehaviourKind.PartlyStored => AtionetMisbehaviour.PartlyStored(),
            AtionetMisbehaviourKind.GarbageSuccess => AtionetMisbehaviour.GarbageSuccess(),
            AtionetMisbehaviourKind.EmptySuccess => AtionetMisbehaviour.EmptySuccess(),
            AtionetMisbehaviourKind.TruncatedSuccess => AtionetMisbehaviour.TruncatedSuccess(),
            AtionetMisbehaviourKind.Redirect => AtionetMisbehaviour.Redirect(),
            _ => AtionetMisbehaviour.ResponseCode("40002"),
        } with
        {
            ActionCode = "981",
        };

    private async Task InsertAsync()
    {
        using var response = await _caller.InsertAsync(
            AtionetCaller.Delivery.Replace("\"T1\"", "\"ABC001\"", StringComparison.Ordinal)
        );
        await AtionetCaller.AssertSuccessAsync(response);
    }
}
