using System.Net;
using System.Net.Sockets;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Tests.Simulators;

public sealed class AtionetBodyTests
{
    [Theory]
    [InlineData("", "body")]
    [InlineData("null", "body")]
    [InlineData("[]", "body")]
    [InlineData("{", "body")]
    [InlineData("{} {}", "body")]
    public async Task A_body_that_is_no_object_is_refused(string body, string field)
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);

        using var response = await caller.InsertAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(ationet.Violations, text => text.Contains($": {field}: ", StringComparison.Ordinal));
    }

    // Whoever is killed while it sends has done nothing wrong.
    [Fact]
    public async Task A_body_that_breaks_off_is_seen_and_not_judged()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        var address = new Uri(ationet.BaseUrl);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await client
            .GetStream()
            .WriteAsync("POST /v1/fms HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"u8.ToArray());
        client.Client.Shutdown(SocketShutdown.Send);

        await ationet.WaitForAsync(
            host => host.Requests is [{ Ending: not RequestEnding.Pending }],
            AtionetCaller.Patience
        );

        Assert.Equal(RequestEnding.Abandoned, ationet.Requests[0].Ending);
        Assert.Empty(ationet.Violations);
    }

    [Fact]
    public async Task An_empty_trama_is_refused()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        var start = AtionetCaller.Delivery.IndexOf('[', StringComparison.Ordinal) + 1;
        var end = AtionetCaller.Delivery.LastIndexOf(']');

        using var response = await caller.InsertAsync(AtionetCaller.Delivery.Remove(start, end - start));

        Assert.Equal("40000", await AtionetCaller.ResponseCodeAsync(response));
        Assert.Contains("Trama: is empty", Assert.Single(ationet.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_outside_of_ascii_must_be_escaped()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);

        using var raw = await caller.InsertAsync(
            AtionetCaller.Delivery.Replace("\"c\"", "\"Ñandú\"", StringComparison.Ordinal)
        );
        using var escaped = await caller.InsertAsync(
            AtionetCaller.Delivery.Replace("\"c\"", "\"\\u00d1and\\u00fa\"", StringComparison.Ordinal)
        );

        Assert.Equal(HttpStatusCode.BadRequest, raw.StatusCode);
        Assert.Contains("only ASCII", Assert.Single(ationet.Violations), StringComparison.Ordinal);
        await AtionetCaller.AssertSuccessAsync(escaped);
        Assert.Equal("Ñandú", Assert.Single(ationet.Deliveries).Text("Comments"));
    }

    [Fact]
    public async Task One_bad_row_keeps_the_good_ones_out()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        var two = Capture.Read("ationet-sdk-deliveries-two.http").Body;
        var second = two.LastIndexOf("\"TankNumber\":\"1\"", StringComparison.Ordinal);

        using var response = await caller.InsertAsync(two.Remove(second, 17));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(
            "Trama[1].TankNumber: is missing",
            await AtionetCaller.ResponseErrorAsync(response),
            StringComparison.Ordinal
        );
        Assert.Empty(ationet.Deliveries);
    }

    [Fact]
    public async Task Everything_that_may_be_left_out_may_be_there()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        const string Notes = """
            "DeliveryNotesData":{"InvoiceNumber":"A","InvoiceItem":"1","InvoiceDate":"2026/11/22 00:00:00","PhysicalAmountRemitted":1.5,"CompensatedAmountRemitted":null,"Density":745.12}
            """;
        const string Gps = """
            "GPSData":{"LatitudeStart":-34.603700,"LongitudeStart":-58.381600,"AltitudeStart":25,"StartingGPSDate":"2026/11/22 07:30:00","LatitudeEnd":-34.6037,"LongitudeEnd":-58.3816,"AltitudeEnd":25,"EndingGPSDate":"2026/11/22 07:55:00"}
            """;
        const string Location = """
            "Latitude":-34.6037,"Longitude":-58.3816,"Altitude":25.0,"Date":"2026/11/22 08:00:00"
            """;

        using var delivery = await caller.InsertAsync(
            AtionetCaller.Delivery.Replace(
                "\"Comments\":\"c\"",
                $"\"Comments\":null,{Notes},{Gps}",
                StringComparison.Ordinal
            )
        );
        using var inventory = await caller.InsertAsync(
            AtionetCaller.Inventory.Replace(
                "\"WaterHeight\":null",
                $"\"WaterHeight\":null,{Location}",
                StringComparison.Ordinal
            )
        );

        Assert.Empty(ationet.Violations);
        await AtionetCaller.AssertSuccessAsync(delivery);
        await AtionetCaller.AssertSuccessAsync(inventory);
    }

    [Fact]
    public async Task A_terminal_that_does_not_exist_is_refused()
    {
        await using var ationet = await AtionetSimulator.StartAsync(
            new() { Terminals = new HashSet<string>(StringComparer.Ordinal) { "ABC001" } }
        );
        using var caller = new AtionetCaller(ationet);

        using var unknown = await caller.InsertAsync(AtionetCaller.Delivery);
        using var known = await caller.InsertAsync(
            AtionetCaller.Delivery.Replace("T1", "ABC001", StringComparison.Ordinal)
        );

        Assert.Equal("40005", await AtionetCaller.ResponseCodeAsync(unknown));
        await AtionetCaller.AssertSuccessAsync(known);
    }
}
