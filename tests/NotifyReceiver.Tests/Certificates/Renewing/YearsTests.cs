using NotifyReceiver.Certificates.Renewing.Timing;
using NotifyReceiver.Simulators.Acme;
using NotifyReceiver.Tests.Certificates.Issuing.Support;
using NotifyReceiver.Tests.Certificates.Renewing.Support;

namespace NotifyReceiver.Tests.Certificates.Renewing;

/// <summary>Long times: certificates are kept alive, and no order is placed too many.</summary>
public sealed class YearsTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    [Theory]
    [InlineData(6, 122, 132)]
    [InlineData(90, 7, 7)]
    public async Task A_year_by_age_alone(double lifetimeDays, int least, int most)
    {
        var orders = await LiveAsync(lifetimeDays, offersRenewalInfo: false);

        Assert.InRange(orders, least, most);
    }

    // The simulated CA suggests the last third.
    [Theory]
    [InlineData(6, 61, 92)]
    [InlineData(90, 5, 7)]
    public async Task A_year_by_the_suggestions_of_the_CA(double lifetimeDays, int least, int most)
    {
        var orders = await LiveAsync(lifetimeDays, offersRenewalInfo: true);

        Assert.InRange(orders, least, most);
    }

    [Fact]
    public async Task Certificates_of_a_minute_are_no_hot_loop()
    {
        await using var world = await StartAsync(TimeSpan.FromSeconds(60), offersRenewalInfo: false);
        await using var process = world.Process();

        await Calendar.PassAsync(
            world,
            process,
            TimeSpan.FromMinutes(10),
            TimeSpan.FromSeconds(1),
            status => Assert.NotEqual(ExpiryStage.Expired, status.Stage)
        );

        Assert.InRange(world.First.Orders.Count, 18, 23);
    }

    [Fact]
    public async Task A_CA_whose_suggestion_is_always_over_gets_an_order_a_day()
    {
        await using var world = await StartAsync(TimeSpan.FromDays(90), offersRenewalInfo: true);
        world.First.Behaviour.Renewal = _ => new RenewalSuggestion(
            world.Clock.GetUtcNow().AddDays(-3),
            world.Clock.GetUtcNow().AddDays(-2),
            TimeSpan.FromMinutes(1)
        );
        await using var process = world.Process();

        await Calendar.PassAsync(world, process, TimeSpan.FromDays(10), TimeSpan.FromMinutes(10));

        Assert.InRange(world.First.Orders.Count, 10, 11);
    }

    private static async Task<int> LiveAsync(double lifetimeDays, bool offersRenewalInfo)
    {
        await using var world = await StartAsync(TimeSpan.FromDays(lifetimeDays), offersRenewalInfo);
        await using var process = world.Process();

        await Calendar.PassAsync(
            world,
            process,
            Year,
            TimeSpan.FromHours(1),
            status =>
            {
                Assert.Equal(0, status.Failures);
                Assert.True(status.Current!.Note.IsValidAt(world.Clock.GetUtcNow()));
                Assert.True(status.Stage < ExpiryStage.Tenth, $"{status}");
            }
        );

        Assert.Equal(world.First.Orders.Count, world.First.Certificates.Count);
        Assert.Empty(world.First.Violations);
        return world.First.Orders.Count;
    }

    private static Task<SimulatedCas> StartAsync(TimeSpan lifetime, bool offersRenewalInfo) =>
        SimulatedCas.StartAsync(
            new AcmeBehaviour
            {
                AlwaysValid = true,
                Lifetime = lifetime,
                OffersRenewalInfo = offersRenewalInfo,
            }
        );
}
