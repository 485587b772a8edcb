using NotifyReceiver.Dispatching.Destinations;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Dispatching;

/// <summary>The whole road: a call over TLS becomes rows at a simulated ATIONET host.</summary>
public sealed class RoadTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ManualClock _clock = new();
    private AtionetSimulator _ationet = null!;
    private RunningReceiver _receiver = null!;

    public async Task InitializeAsync()
    {
        _ationet = await AtionetSimulator.StartAsync();
        _receiver = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _ationet.DisposeAsync();
        _directory.Dispose();
        Assert.Empty(_ationet.Violations);
        Assert.Empty(_ationet.Duplicates);
    }

    [Fact]
    public async Task A_fuel_invoice_arrives_as_two_deliveries()
    {
        await _receiver.PostSampleAsync(Samples.FuelInvoice);
        await _receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        Assert.Equal([15898.729m, 9463.529m], _ationet.Deliveries.Select(row => row.Volume!.Value));
        Assert.Equal(["01", "02"], _ationet.Deliveries.Select(row => row.Tank));
        Assert.Equal(
            "INV-20260115-77",
            _ationet.Deliveries[0].Row.GetProperty("DeliveryNotesData").GetProperty("InvoiceNumber").GetString()
        );
    }

    [Fact]
    public async Task Tank_readings_arrive_as_inventories()
    {
        await _receiver.PostSampleAsync(Samples.TankReadings);
        await _receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        Assert.Equal(1809.75m, _ationet.Inventories[0].Number("FuelHeight"));
        Assert.Equal(14.5m, _ationet.Inventories[0].Number("Temperature"));
        Assert.Equal("2026/01/15 21:58:30", _ationet.Inventories[0].DateTime);
    }

    [Fact]
    public async Task The_same_document_under_another_id_arrives_once()
    {
        await _receiver.PostAsync(Samples.Bytes(Samples.FuelInvoice), id: "A");
        await _receiver.PostAsync(Samples.Bytes(Samples.FuelInvoice), id: "B");
        await _receiver.WaitUntilNotificationIsAsync(new NotificationId(2), NotificationState.Converted);
        await _receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        Assert.Equal(2, _ationet.Deliveries.Count);
    }

    [Fact]
    public async Task What_ationet_cannot_take_now_is_sent_again_later_and_what_is_behind_it_keeps_its_place()
    {
        _ationet.Misbehave(AtionetMisbehaviour.Status(503) with { Times = 1 });

        await _receiver.PostSampleAsync(Samples.FuelInvoice);
        await _receiver.WaitUntilAsync(it => it.Inserts.List(null, 10).Any(insert => insert.Reason is not null));
        var waiting = _receiver.Inserts.Find(new InsertId(1))!;
        Assert.StartsWith("HTTP 503", waiting.Reason, StringComparison.Ordinal);

        await AdvanceAsync(TimeSpan.FromSeconds(5));
        await _receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);
        Assert.Equal(["01", "02"], _ationet.Deliveries.Select(row => row.Tank));
        Assert.Equal(
            ["transient", "accepted"],
            _receiver.Inserts.AttemptsOf(waiting.Id).Select(attempt => attempt.Outcome)
        );
    }

    [Fact]
    public async Task A_refused_insert_is_parked_with_the_raw_reply_and_the_others_go_on()
    {
        _ationet.Misbehave(
            AtionetMisbehaviour.Status(
                400,
                body: """{"ResponseCode":"40008","ResponseMessage":"Invalid Fuel Master Code"}"""
            ) with
            {
                Tank = "01",
            }
        );

        await _receiver.PostSampleAsync(Samples.FuelInvoice);
        await _receiver.WaitUntilInsertsAreAsync(InsertState.Refused, 1);
        await _receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 1);

        var refused = Assert.Single(_receiver.Inserts.List(InsertState.Refused, 10));
        Assert.Equal("HTTP 400, ResponseCode 40008: Invalid Fuel Master Code", refused.Reason);
        Assert.Contains(
            "40008",
            Assert.Single(_receiver.Inserts.AttemptsOf(refused.Id)).Reply,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_delivery_whose_outcome_is_unknown_is_held_and_never_sent_by_itself()
    {
        _ationet.Misbehave(AtionetMisbehaviour.ResetAfterStoring() with { Times = 1 });

        await _receiver.PostSampleAsync(Samples.FuelInvoice);
        await _receiver.WaitUntilInsertsAreAsync(InsertState.Held, 1);
        await AdvanceUntilAsync(InsertState.Accepted, 1);
        await AdvanceAsync(TimeSpan.FromHours(1));
        await _receiver.PostSampleAsync(Samples.TankReadings);
        await AdvanceUntilAsync(InsertState.Accepted, 3);

        Assert.Equal(2, _ationet.Deliveries.Count);
        Assert.Single(_receiver.Inserts.List(InsertState.Held, 10));
    }

    [Fact]
    public async Task Inventories_whose_outcome_is_unknown_are_sent_again()
    {
        _ationet.Misbehave(AtionetMisbehaviour.ResetBeforeStoring() with { Times = 1 });

        await _receiver.PostSampleAsync(Samples.TankReadings);
        await _receiver.WaitUntilAsync(it => it.Inserts.List(null, 10).Any(insert => insert.Reason is not null));
        await AdvanceAsync(TimeSpan.FromSeconds(5));
        await _receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        Assert.Equal(2, _ationet.Inventories.Count);
        Assert.Equal(2, _ationet.Requests.Count);
    }

    [Fact]
    public async Task Refused_credentials_stop_the_sending_also_after_a_restart_until_an_operator_resumes_it()
    {
        _ationet.Misbehave(AtionetMisbehaviour.Status(401));

        await _receiver.PostSampleAsync(Samples.FuelInvoice);
        await _receiver.WaitUntilAsync(it =>
            it.Inserts.List(InsertState.Pending, 10).Any(insert => insert.Reason is not null)
        );
        await _receiver.PostSampleAsync(Samples.TankReadings);
        await _receiver.WaitUntilInsertsAreAsync(InsertState.Pending, 4);
        _ationet.Behave();
        await _receiver.DisposeAsync();
        _receiver = await StartAsync();
        await AdvanceAsync(TimeSpan.FromMinutes(20));
        await _receiver.PostSampleAsync(Samples.TankProductMovement);
        await _receiver.WaitUntilNotificationIsAsync(new NotificationId(3), NotificationState.Converted);
        Assert.Single(_ationet.Requests);

        Assert.Equal(
            [("default", "insert")],
            await _receiver.Database.WriteAsync(connection => StopStore.Resume(connection, "default"))
        );
        await AdvanceAsync(TimeSpan.FromSeconds(2));
        await _receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 4);
    }

    [Fact]
    public async Task A_document_that_cannot_be_mapped_is_set_aside_and_those_behind_it_go_on()
    {
        using var response = await _receiver.PostAsync(Samples.With(Samples.FuelInvoice, "<TankID>1<", "<TankID>9<"));
        await _receiver.PostSampleAsync(Samples.TankReadings);
        await _receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        var quarantined = Assert.Single(_receiver.Notifications.List(NotificationState.Quarantined, 10));
        Assert.Contains(
            "tank '9' is not among the tanks of site 12345",
            Assert.Single(quarantined.Reasons),
            StringComparison.Ordinal
        );
        Assert.Empty(_ationet.Deliveries);
    }

    [Fact]
    public async Task Accepted_with_warnings_is_kept_apart()
    {
        _ationet.Misbehave(AtionetMisbehaviour.ResponseCode("10000", "Operation Succeeded with Warnings"));

        await _receiver.PostSampleAsync(Samples.FuelInvoice);
        await _receiver.WaitUntilInsertsAreAsync(InsertState.AcceptedWithWarnings, 2);

        Assert.Equal(
            "HTTP 200, ResponseCode 10000: Operation Succeeded with Warnings",
            _receiver.Inserts.List(null, 1)[0].Reason
        );
    }

    // A worker that looked just before the clock moved would wait for a moment that a manual clock never brings: a commit wakes it.
    private Task AdvanceAsync(TimeSpan by)
    {
        _clock.Advance(by);
        return _receiver.Database.WriteAsync(_ => { });
    }

    private Task AdvanceUntilAsync(string state, int inserts) =>
        TryByTry.AdvanceUntilAsync(_receiver, _clock, () => _receiver.Inserts.List(state, 10).Count == inserts);

    private Task<RunningReceiver> StartAsync() =>
        RunningReceiver.StartAsync(
            _directory,
            _clock,
            Setting.Of("Ationet:BaseUrl", _ationet.BaseUrl),
            Setting.Of("Ationet:UserName", _ationet.Options.UserName),
            Setting.Of("Ationet:Password", _ationet.Options.Password)
        );
}
