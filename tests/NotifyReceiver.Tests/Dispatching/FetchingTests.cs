using System.IO.Compression;
using Dapper;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Petrosoft.Fetching;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Dispatching;

/// <summary>Notifications that name documents: each is fetched and becomes a notification of its own.</summary>
public sealed class FetchingTests : IAsyncLifetime
{
    private const string Directory = "5127/12345/fuel-invoice/20260115/";

    private Road _road = null!;

    public async Task InitializeAsync() => _road = await Road.StartAsync(new ManualClock());

    public async Task DisposeAsync() => await _road.DisposeAsync();

    [Fact]
    public async Task A_named_document_tells_where_it_came_from_and_who_named_it()
    {
        var path = Publish("a.xml", Samples.Bytes(Samples.FuelInvoice));

        await NameAsync(path);
        await _road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        var named = Find(1);
        Assert.Equal((NotificationState.Fetched, "reference"), (named.State, named.Shape));
        var document = Find(2);
        Assert.Equal((NotificationState.Converted, NotificationOrigin.Fetch), (document.State, document.Origin));
        Assert.Equal((path, "12345"), (document.Path, document.BusinessUnit));
        var fetch = Assert.Single(Fetches.Of(named.Id));
        Assert.Equal(("done", 1), (fetch.State, fetch.Attempts));
        Assert.Equal(document.Id, Assert.Single(fetch.Documents));
        Assert.Equal(named.Id, Assert.Single(Fetches.NamedBy(document.Id)));
    }

    [Fact]
    public async Task A_document_that_is_named_again_unchanged_is_kept_once()
    {
        var path = Publish("a.xml", Samples.Bytes(Samples.FuelInvoice));
        await NameAsync(path, "one");
        await _road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        await NameAsync(path, "two");
        await _road.Receiver.WaitUntilNotificationIsAsync(new NotificationId(3), NotificationState.Fetched);

        Assert.Equal(2, Find(2).TimesReceived);
        Assert.Equal(3, _road.Receiver.Notifications.List(null, 10).Count);
        Assert.Equal(2, _road.Receiver.Inserts.List(null, 10).Count);
    }

    [Fact]
    public async Task A_document_that_was_changed_is_held_against_what_ationet_has()
    {
        var path = Publish("a.xml", Samples.Bytes(Samples.FuelInvoice));
        await NameAsync(path, "one");
        await _road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        await _road.AdvanceAsync(TimeSpan.FromMinutes(1));
        Publish("a.xml", Samples.With(Samples.FuelInvoice, "<GrossVolume>4200.0<", "<GrossVolume>4300.0<"));
        await NameAsync(path, "two");
        await _road.Receiver.WaitUntilInsertsAreAsync(InsertState.Held, 1);

        var held = Assert.Single(_road.Receiver.Inserts.List(InsertState.Held, 10));
        // 4300 gal = 16277.2706712 l, which is 100 gal = 378.542 l more.
        Assert.Equal(
            "TotalVolume: 15898.729 → 16277.271 (+378.542)",
            Assert.Single(_road.Receiver.Inserts.DifferencesOf(held)).ToString()
        );
        Assert.Equal(2, _road.Ationet.Deliveries.Count);
    }

    [Fact]
    public async Task A_reference_without_an_id_that_comes_again_has_its_document_fetched_again()
    {
        var path = Publish("a.xml", Samples.Bytes(Samples.FuelInvoice));
        await NameAsync(path, id: null);
        await _road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        await _road.AdvanceAsync(TimeSpan.FromMinutes(1));
        Publish("a.xml", Samples.With(Samples.FuelInvoice, "<GrossVolume>4200.0<", "<GrossVolume>4300.0<"));
        await NameAsync(path, id: null);
        await _road.Receiver.WaitUntilInsertsAreAsync(InsertState.Held, 1);

        Assert.Equal(2, Find(1).TimesReceived);
        Assert.Equal(2, Assert.Single(Fetches.Of(new NotificationId(1))).Documents.Count);
    }

    [Fact]
    public async Task A_notification_of_several_is_set_aside_for_one_that_cannot_be_had_though_another_is_superseded()
    {
        var path = Publish("a.xml", Samples.Bytes(Samples.FuelInvoice));
        await PostAsync(Notified.Json(Notified.S3(path, "0A")), "later");
        await _road.Receiver.WaitUntilNotificationIsAsync(new NotificationId(1), NotificationState.Fetched);

        await PostAsync(Notified.Json(Notified.S3([(path, "09"), (Directory + "missing.xml", "01")])), "two");
        await _road.AdvanceUntilAsync(_ => Find(3) is { State: NotificationState.Quarantined });

        Assert.Contains(Find(3).Reasons, reason => reason.Contains("missing.xml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_fetched_by_a_clock_that_has_been_set_back_since_does_not_stand_in_the_way()
    {
        var path = Publish("a.xml", Samples.Bytes(Samples.ChargesOnly));
        await NameAsync(path, "one");
        await _road.Receiver.WaitUntilNotificationIsAsync(new NotificationId(2), NotificationState.Converted);
        await _road.Receiver.Database.WriteAsync(connection =>
            connection.Execute("UPDATE notifications SET last_received_at = '2030-01-01T00:00:00.000Z'")
        );

        Publish("a.xml", Samples.Bytes(Samples.FuelInvoice));
        await NameAsync(path, "two");
        await _road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        Assert.Equal(2, _road.Petrosoft.CountOf(PetrosoftEndpoint.BusinessDocument));
    }

    [Fact]
    public async Task What_stands_at_the_path_wins_over_an_older_version_that_a_call_brought_late()
    {
        _road.Ationet.Misbehave(AtionetMisbehaviour.Status(503));
        var path = Publish("a.xml", Samples.With(Samples.FuelInvoice, "<GrossVolume>4200.0<", "<GrossVolume>4300.0<"));
        await NameAsync(path, "one");
        await _road.Receiver.WaitUntilNotificationIsAsync(new NotificationId(2), NotificationState.Converted);
        await PostAsync(Samples.Bytes(Samples.FuelInvoice), "late");
        await _road.Receiver.WaitUntilNotificationIsAsync(new NotificationId(3), NotificationState.Converted);

        await NameAsync(path, "two");
        await _road.Receiver.WaitUntilNotificationIsAsync(new NotificationId(4), NotificationState.Fetched);
        await _road.Receiver.WaitUntilAsync(it => it.Inserts.Find(new InsertId(3))!.State == InsertState.Withdrawn);

        // 4300 gal and 2500 gal.
        Assert.Equal(
            ["9463.529", "16277.271"],
            _road
                .Receiver.Inserts.List(null, 10)
                .Where(insert => insert.State is InsertState.Pending or InsertState.Sending)
                .Select(insert => insert.Volume)
        );
    }

    [Fact]
    public async Task Each_file_of_an_archive_is_a_document()
    {
        var path = Publish(
            "report.zip",
            Zip(
                ("invoice.xml", Samples.Bytes(Samples.FuelInvoice)),
                ("tanks.json", Samples.Bytes(Samples.TankReadings))
            )
        );

        await NameAsync(path);
        await _road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 4);

        Assert.Equal(
            [$"{path}#invoice.xml", $"{path}#tanks.json"],
            new[] { Find(2).Path, Find(3).Path }.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_is_not_there_is_looked_for_again_and_then_set_aside_with_the_path()
    {
        var path = Directory + "missing.xml";
        await NameAsync(path);

        for (var tries = 1; tries < 8; tries++)
        {
            await PassTryAsync(tries);
        }
        await _road.Receiver.WaitUntilNotificationIsAsync(new NotificationId(1), NotificationState.Quarantined);

        Assert.StartsWith($"{path}: ", Assert.Single(Find(1).Reasons), StringComparison.Ordinal);
        var fetch = Assert.Single(Fetches.Of(new NotificationId(1)));
        Assert.Equal(("failed", 8), (fetch.State, fetch.Attempts));
    }

    [Fact]
    public async Task What_is_set_aside_is_fetched_after_all_when_it_is_replayed()
    {
        _road.Petrosoft.Misbehave(
            PetrosoftMisbehaviour.Status(400) with
            {
                Times = 1,
                Endpoint = PetrosoftEndpoint.BusinessDocument,
            }
        );
        var path = Publish("a.xml", Samples.Bytes(Samples.FuelInvoice));
        await NameAsync(path);
        await _road.Receiver.WaitUntilNotificationIsAsync(new NotificationId(1), NotificationState.Quarantined);

        await _road.Receiver.Database.WriteAsync(connection => NotificationStore.ReplayQuarantined(connection, "400"));
        await _road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        Assert.Equal(NotificationState.Fetched, Find(1).State);
        Assert.Empty(Find(1).Reasons);
    }

    [Fact]
    public async Task A_host_that_is_down_is_asked_again_until_it_is_back()
    {
        var path = Publish("a.xml", Samples.Bytes(Samples.FuelInvoice));
        await _road.Petrosoft.StopAsync();
        await NameAsync(path);
        await PassTryAsync(1);
        await WaitForTryAsync(2);

        await _road.Petrosoft.RestartAsync();
        await PassTryAsync(2);
        await _road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);
    }

    [Fact]
    public async Task Of_several_changes_of_one_key_only_the_last_is_fetched_in_whatever_order_they_come()
    {
        var path = Publish("a.xml", Samples.Bytes(Samples.FuelInvoice));
        await PostAsync(Notified.Json(Notified.S3(path, "0A")), "later");
        await _road.Receiver.WaitUntilNotificationIsAsync(new NotificationId(1), NotificationState.Fetched);

        await PostAsync(Notified.Json(Notified.S3(path, "09FF")), "earlier");
        await _road.Receiver.WaitUntilNotificationIsAsync(new NotificationId(3), NotificationState.Fetched);

        Assert.Equal($"{path}: n1 names a later change of it", Assert.Single(Find(3).Reasons));
        Assert.Equal(1, _road.Petrosoft.CountOf(PetrosoftEndpoint.BusinessDocument));
    }

    [Theory]
    [InlineData("s3-test-event.json", NotificationState.Noted, "s3-test-event")]
    [InlineData("sns-subscription-confirmation.json", NotificationState.Quarantined, "sns-subscription")]
    public async Task What_names_nothing_is_noted_or_set_aside(string sample, string state, string shape)
    {
        await PostAsync(Samples.Notification(sample), "one");
        await _road.Receiver.WaitUntilNotificationIsAsync(new NotificationId(1), state);

        Assert.Equal(shape, Find(1).Shape);
        Assert.NotEmpty(Find(1).Reasons);
    }

    [Theory]
    [InlineData("reference.json", "5127/12345/fuel-invoice/20260115/", "INV-20260115-77.xml")]
    [InlineData("s3-object-created.json", "5127/12345/shifts/20260115/", "fuel-grade-movement_900001.xml")]
    [InlineData("eventbridge-object-created.json", "5127/12345/shifts/20260115/", "fuel-grade-movement_900001.xml")]
    [InlineData("sns-s3-object-created.json", "5127/12345/fuel-invoice/20260115/", "INV-20260115-77 (rev 2).xml")]
    public async Task Each_sample_notification_has_its_document_fetched(string sample, string directory, string file)
    {
        _road.Petrosoft.Publish("12345", "any", directory, file, Samples.Bytes(Samples.FuelInvoice));

        await PostAsync(Samples.Notification(sample), "one");
        await _road.Receiver.WaitUntilInsertsAreAsync(InsertState.Accepted, 2);

        Assert.Equal(directory + file, Find(2).Path);
    }

    private FetchQueries Fetches => new(_road.Receiver.Database);

    private NotificationSummary Find(long seq) => _road.Receiver.Notifications.Find(new NotificationId(seq))!;

    private string Publish(string file, byte[] content) =>
        _road.Petrosoft.Publish("12345", "fuel-invoice", Directory, file, content);

    private Task NameAsync(string path, string? id = "one") =>
        PostAsync(Notified.Json(new { path, businessUnitId = "12345" }), id);

    private async Task PostAsync(byte[] body, string? id)
    {
        using var response = await _road.Receiver.PostAsync(body, "application/json", id);
        Assert.True(response.IsSuccessStatusCode);
    }

    /// <summary>Moves the clock from a try that failed to the next; not beyond it, or what is under way then runs out of time.</summary>
    private async Task PassTryAsync(int number)
    {
        await WaitForTryAsync(number);
        var fetch = Assert.Single(Fetches.Of(new NotificationId(1)));
        await _road.AdvanceAsync(fetch.DueAt - _road.Clock.GetUtcNow());
    }

    private Task WaitForTryAsync(int number) =>
        _road.Receiver.WaitUntilAsync(_ =>
            Fetches.Of(new NotificationId(1)) is [var fetch] && fetch.Attempts == number
        );

    private static byte[] Zip(params IEnumerable<(string Name, byte[] Content)> files)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return buffer.ToArray();
    }
}
