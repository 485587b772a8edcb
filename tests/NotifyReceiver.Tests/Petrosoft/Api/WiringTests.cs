using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Petrosoft.Api;

public sealed class WiringTests
{
    [Fact]
    public async Task The_service_fetches_from_the_hosts_of_its_settings()
    {
        await using var petrosoft = await PetrosoftSimulator.StartAsync();
        var path = petrosoft.Publish("12345", "fuel-invoice", Caller.Directory, "a.xml", "<this/>"u8.ToArray());
        using var directory = new TemporaryDirectory();
        await using var receiver = await RunningReceiver.StartAsync(
            directory,
            Setting.Of("Petrosoft:AuthUrl", petrosoft.BaseUrl),
            Setting.Of("Petrosoft:DocumentsUrl", petrosoft.BaseUrl),
            Setting.Of("Petrosoft:Login", petrosoft.Options.Login),
            Setting.Of("Petrosoft:Password", petrosoft.Options.Password)
        );

        var answer = await receiver.Services.GetRequiredService<DocumentsApi>().FetchAsync(path, default);

        Assert.Equal("<this/>", Encoding.UTF8.GetString(Assert.IsType<Answer<FetchedFile>.Got>(answer).Value.Body));
        Assert.Empty(petrosoft.Violations);
    }
}
