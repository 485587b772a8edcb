using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.Api;

public sealed class DirectoryListTests
{
    [Fact]
    public async Task The_directories_of_one_type_and_station_are_listed()
    {
        await using var caller = await Caller.StartAsync();
        caller.PublishMany(2);
        caller.Host.Publish("12345", "invoice", "5127/12345/invoice/20260115/", "b.xml", default);

        var list = await ListAsync(caller);

        Assert.Equal([Caller.Directory], list.Directories);
        Assert.Null(list.Total);
        Assert.Equal(
            "/business-unit-level-resources?documentType=fuel-invoice&businessUnitId=12345",
            caller.Host.Requests[^1].Path
        );
    }

    [Fact]
    public async Task No_directory_is_a_list_without_any()
    {
        await using var caller = await Caller.StartAsync();

        Assert.Empty((await ListAsync(caller)).Directories);
    }

    [Fact]
    public async Task A_host_that_tells_of_more_than_it_lists_is_taken_at_its_word()
    {
        await using var caller = await Caller.StartAsync(new() { MostListed = 1 });
        caller.PublishMany(1);
        caller.Host.Publish(Caller.Station, Caller.FuelInvoice, "5127/12345/fuel-invoice/20260116/", "b.xml", default);

        var list = await ListAsync(caller);

        Assert.Equal([Caller.Directory], list.Directories);
        Assert.Equal(2, list.Total);
    }

    [Theory]
    [InlineData("""{"resources":["a/",7]}""", "item 2 of its resources is no text")]
    [InlineData("""{"resources":[""]}""", "item 1 of its resources is no text")]
    [InlineData("""{"count":0}""", "no list named resources")]
    public async Task A_list_that_is_not_as_expected_is_a_failure_with_what_is_missing(string body, string what)
    {
        await using var caller = await Caller.StartAsync();
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.GarbageSuccess(body) with
            {
                Endpoint = PetrosoftEndpoint.BusinessUnitLevelResources,
            }
        );

        var answer = await caller.Api.DirectoriesAsync(Caller.FuelInvoice, Caller.Station, default);

        Assert.Contains(what, Assert.IsType<Answer<DirectoryList>.Failed>(answer).Detail, StringComparison.Ordinal);
    }

    private static async Task<DirectoryList> ListAsync(Caller caller) =>
        Assert
            .IsType<Answer<DirectoryList>.Got>(
                await caller.Api.DirectoriesAsync(Caller.FuelInvoice, Caller.Station, default)
            )
            .Value;
}
