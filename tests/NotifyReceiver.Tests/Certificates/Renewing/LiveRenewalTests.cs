using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Challenges;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Tests.Certificates.Issuing.Support;
using NotifyReceiver.Tests.Certificates.Renewing.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Renewing;

/// <summary>The worker in real time, with a real CA whose certificates live for seconds.</summary>
public sealed class LiveRenewalTests
{
    [Fact]
    public async Task Certificates_of_some_seconds_follow_one_another_and_never_end()
    {
        using var directory = new TemporaryDirectory();
        var answers = new ChallengeAnswers(CertificateOptions.In(directory.Path), TimeProvider.System);
        await using var doors = await ValidatorDoors.OpenAsync(answers);
        await using var pebble = await PebbleProcess.StartAsync(
            new PebbleSettings
            {
                HttpPort = doors.HttpPort,
                TlsPort = doors.TlsPort,
                Lifetime = TimeSpan.FromSeconds(20),
            }
        );
        var ca = new CaOptions(AcmeOptions.Section, pebble.Directory, null, null, null, pebble.Roots);
        await using var process = new Workbench(directory.Path, Workbench.OptionsFor(ca, "one.example.org"));
        using var worker = process.Worker(new Started(), TimeProvider.System);

        await worker.StartAsync(default);
        await Eventually.TrueAsync(() => process.Lineage.All().Count >= 3);
        await worker.StopAsync(default);

        var generations = process.Lineage.All().Select(it => it.Note).Reverse().ToList();
        Assert.All(
            generations.Zip(generations.Skip(1)),
            pair => Assert.True(pair.Second.Committed < pair.First.NotAfter, $"{pair}")
        );
        Assert.All(
            generations.Zip(generations.Skip(1)),
            pair => Assert.True(pair.Second.Committed > pair.First.NotBefore.AddSeconds(9), $"{pair}")
        );
        Assert.Empty(Workbench.AnswersIn(directory.Path));
    }
}
