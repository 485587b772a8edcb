using System.Net;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;

namespace NotifyReceiver.Tests.Simulators;

public sealed class AtionetPartTests : IAsyncLifetime
{
    private AtionetSimulator _ationet = null!;
    private AtionetCaller _caller = null!;

    public async Task InitializeAsync()
    {
        _ationet = await AtionetSimulator.StartAsync();
        _caller = new(_ationet);
    }

    public async Task DisposeAsync()
    {
        _caller.Dispose();
        await _ationet.DisposeAsync();
    }

    [Fact]
    public async Task All_rows_but_the_last_are_stored_and_the_request_is_refused()
    {
        _ationet.Misbehave(AtionetMisbehaviour.PartlyStored());

        using var response = await _caller.InsertAsync(Inventories("1", "2", "3"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("40000", await AtionetCaller.ResponseCodeAsync(response));
        Assert.Equal(["1", "2"], _ationet.Rows.Select(row => row.Tank));
        Assert.Empty(_ationet.Violations);
    }

    [Fact]
    public async Task All_rows_but_those_of_one_tank_are_stored_and_the_answer_is_a_success_with_warnings()
    {
        _ationet.Misbehave(AtionetMisbehaviour.PartlyStored("10000") with { Tank = "2" });

        using var response = await _caller.InsertAsync(Inventories("2", "1", "2", "3"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("10000", await AtionetCaller.ResponseCodeAsync(response));
        Assert.Equal(["1", "3"], _ationet.Rows.Select(row => row.Tank));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1", "3")]
    public async Task A_request_with_one_row_or_without_the_tank_is_not_concerned(params string[] tanks)
    {
        _ationet.Misbehave(AtionetMisbehaviour.PartlyStored(503) with { Tank = tanks.Length == 1 ? null : "2" });

        using var response = await _caller.InsertAsync(Inventories(tanks));

        await AtionetCaller.AssertSuccessAsync(response);
        Assert.Equal(tanks.Length, _ationet.Rows.Count);
    }

    [Fact]
    public async Task Part_of_the_rows_can_be_stored_only_with_a_status_and_a_code_that_can_be()
    {
        Assert.Throws<ArgumentException>(() => _ationet.Misbehave(AtionetMisbehaviour.PartlyStored(302)));
        Assert.Throws<ArgumentException>(() => _ationet.Misbehave(AtionetMisbehaviour.PartlyStored("")));
        Assert.Throws<ArgumentException>(() => _ationet.Misbehave(AtionetMisbehaviour.StoredLate(TimeSpan.Zero)));
        using var response = await _caller.InsertAsync(Inventories("1", "2"));
        Assert.Equal(2, _ationet.Rows.Count);
    }

    private static string Inventories(params string[] tanks)
    {
        const string OfTank = "\"TankNumber\":\"1\"";
        var begin = AtionetCaller.Inventory.IndexOf('[', StringComparison.Ordinal) + 1;
        var end = AtionetCaller.Inventory.IndexOf(']', StringComparison.Ordinal);
        var row = AtionetCaller.Inventory[begin..end];
        Assert.Contains(OfTank, row, StringComparison.Ordinal);
        var rows = tanks.Select(tank => row.Replace(OfTank, $"\"TankNumber\":\"{tank}\"", StringComparison.Ordinal));
        return AtionetCaller.Inventory[..begin] + string.Join(',', rows) + AtionetCaller.Inventory[end..];
    }
}
