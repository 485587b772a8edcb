using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.Api;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task The_target_of_a_redirect_is_named_and_never_called(int status)
    {
        await using var caller = await Caller.StartAsync();
        await using var elsewhere = await PetrosoftSimulator.StartAsync();
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.Redirect($"{elsewhere.BaseUrl}/business-document?path=a", status) with
            {
                Endpoint = PetrosoftEndpoint.BusinessDocument,
            }
        );

        var failed = Assert.IsType<Answer<FetchedFile>.Failed>(await caller.FetchAsync("a.xml"));

        Assert.Contains(
            $"HTTP {status}: it redirects to {new Uri(elsewhere.BaseUrl).Authority}",
            failed.Detail,
            StringComparison.Ordinal
        );
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_redirect_on_the_same_host_is_not_followed_either()
    {
        await using var caller = await Caller.StartAsync();
        caller.Host.Misbehave(PetrosoftMisbehaviour.Redirect() with { Endpoint = PetrosoftEndpoint.BusinessDocument });

        var failed = Assert.IsType<Answer<FetchedFile>.Failed>(await caller.FetchAsync("a.xml"));

        Assert.Contains("redirects to another path", failed.Detail, StringComparison.Ordinal);
        Assert.Empty(caller.Host.Violations);
    }
}
