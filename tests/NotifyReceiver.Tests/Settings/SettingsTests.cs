using Microsoft.Extensions.Configuration;
using NotifyReceiver.Settings;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Settings;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void With_nothing_configured_it_is_a_dry_run_for_the_example_station()
    {
        var settings = Read();

        Assert.True(settings.Ationet.IsDryRun);
        Assert.True(settings.Sites.IsExample);
        Assert.Equal("12345", Assert.Single(settings.Sites.Directory.Sites).Location);
        Assert.Equal("https://0.0.0.0:8443", Assert.Single(settings.Receiving.Listen).ToString());
        Assert.Equal("http://127.0.0.1:8444", Assert.Single(settings.Admin.Listen).ToString());
        Assert.Equal(4194304, settings.Receiving.MaxBodyBytes);
        Assert.Equal(202, settings.Receiving.SuccessStatus);
        Assert.Empty(settings.Ationet.Destinations);
        Assert.Equal(["path"], settings.Notifications.PathMembers);
        Assert.Equal(["documentType", "type"], settings.Notifications.TypeMembers);
        Assert.Equal(["businessUnitId", "locationId"], settings.Notifications.BusinessUnitMembers);
        Assert.Empty(settings.Notifications.SnsTopics);
    }

    [Fact]
    public void Every_mistake_is_told_at_once_and_by_the_name_of_its_setting()
    {
        var mistakes = Mistakes(
            Setting.Of("Receiver:Listen", "http://0.0.0.0:8443"),
            Setting.Of("Receiver:ApiKeys:0", "short"),
            Setting.Of("Receiver:MaxBodyBytes", "many"),
            Setting.Of("Receiver:SuccessStatus", "201"),
            Setting.Of("Admin:Listen", "http://0.0.0.0:8444"),
            Setting.Of("Ationet:BaseUrl", "http://native.ationet.com/v1"),
            Setting.Of("Ationet:UserName", "a:b"),
            Setting.Of("Ationet:Authorization", "digest"),
            Setting.Of("Ationet:Download:Password", "contraseña"),
            Setting.Of("Petrosoft:Login", "x"),
            Setting.Of("Petrosoft:DocumentsUrl", "ftp://x"),
            Setting.Of("Notifications:PathMembers", "data..path"),
            Setting.Of("Notifications:TypeMembers:0", ".type"),
            Setting.Of("Notifications:BusinessUnitMembers", "data."),
            Setting.Of("Notifications:SnsTopics", "business-documents"),
            Setting.Of("Petrosoft:AuthUrl", "https://user:word@example.com/base"),
            Setting.Of("Ationet:BaseURI", "x")
        );

        string[] told =
        [
            "Ationet:BaseUrl: is not https",
            "Ationet:BaseUrl: has more than a host",
            "Ationet:UserName: contains a colon",
            "Ationet:Password: is missing",
            "Ationet:Download:Password: has a character that is not printable ASCII",
            "Ationet:Download:UserName: is missing",
            "Ationet:Authorization: 'digest' is not one of plain, base64",
            "Sites:File: there is no file",
            "Receiver:Listen: 'http://0.0.0.0:8443' is not an address to listen on",
            "Receiver:ApiKeys: key 1 has 5 characters",
            "Receiver:MaxBodyBytes: 'many' is not a whole number",
            "Receiver:SuccessStatus: '201' is not one of 200, 202, 204",
            "Admin:Listen: http://0.0.0.0:8444 can be reached from outside",
            "Petrosoft:Password: is missing",
            "Petrosoft:DocumentsUrl: 'ftp://x' is not an https address",
            "Notifications:PathMembers: 'data..path' is not a member's name",
            "Notifications:TypeMembers: '.type' is not a member's name",
            "Notifications:BusinessUnitMembers: 'data.' is not a member's name",
            "Notifications:SnsTopics: 'business-documents' is not the ARN of a topic",
            "Petrosoft:AuthUrl: has more than a host and a path",
            "Ationet:BaseURI: is not a setting; did you mean Ationet:BaseUrl?",
        ];
        Assert.All(
            told,
            line => Assert.Contains(mistakes, mistake => mistake.StartsWith(line, StringComparison.Ordinal))
        );
        Assert.Equal(told.Length, mistakes.Count);
        Assert.DoesNotContain(mistakes, mistake => mistake.Contains("contraseña", StringComparison.Ordinal));
    }

    [Fact]
    public void A_user_without_a_host_is_a_mistake_and_no_dry_run() =>
        Assert.StartsWith(
            "Ationet:BaseUrl: is missing, though there is a user for it",
            Assert.Single(Mistakes(Setting.Of("Ationet:UserName", "u"), Setting.Of("Ationet:Password", "p"))),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_address_with_a_password_in_it_is_not_repeated() =>
        Assert.DoesNotContain(
            Mistakes(Setting.Of("Ationet:BaseUrl", "https://user:s3cret@native.ationet.com")),
            mistake => mistake.Contains("s3cret", StringComparison.Ordinal)
        );

    [Fact]
    public void What_is_named_must_be_there_even_in_a_dry_run()
    {
        var mistakes = Mistakes(
            Setting.Of("Sites:File", _directory.File("nowhere.json")),
            Setting.Of("Profiles:Directory", _directory.File("nowhere"))
        );

        Assert.Equal(["Sites:File", "Profiles:Directory"], mistakes.Select(mistake => mistake.Split(": ")[0]));
    }

    [Fact]
    public void Other_peoples_environment_is_nobodys_mistake()
    {
        Environment.SetEnvironmentVariable("ADMIN", "joe");
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();

        Assert.DoesNotContain(
            ReceiverSettings.UnknownKeys(configuration),
            mistake => mistake.StartsWith("ADMIN", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_key_of_no_section_is_a_mistake_too() =>
        Assert.Equal(
            "Reciever:Listen: is not a setting; did you mean Receiver:Listen?",
            Assert.Single(Mistakes(Setting.Of("Reciever:Listen", "x")))
        );

    [Fact]
    public void A_value_may_stand_in_a_file_but_not_in_two_places()
    {
        var file = _directory.Write("secret", "from-a-file-0123456789\n");

        Assert.Equal(["from-a-file-0123456789"], Read(Setting.Of("Receiver:ApiKeysFile", file)).Receiving.ApiKeys);
        Assert.StartsWith(
            "Ationet:Password: is set both here and in Ationet:PasswordFile",
            Mistakes(
                Setting.Of("Ationet:PasswordFile", file),
                Setting.Of("Ationet:Password", "x"),
                Setting.Of("Ationet:UserName", "u")
            )[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Ationet:PasswordFile: cannot read",
            Mistakes(
                Setting.Of("Ationet:PasswordFile", _directory.File("nowhere")),
                Setting.Of("Ationet:UserName", "u")
            )[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Several_addresses_and_keys_are_taken()
    {
        var settings = Read(
            Setting.Of("Receiver:Listen", "https://127.0.0.1:1;https://[::1]:2"),
            Setting.Of("Receiver:ApiKeys", "key-number-one-123456;key-number-two-123456")
        );

        Assert.Equal(
            ["https://127.0.0.1:1", "https://[::1]:2"],
            settings.Receiving.Listen.Select(address => address.ToString())
        );
        Assert.Equal(2, settings.Receiving.ApiKeys.Count);
    }

    [Fact]
    public void What_names_a_document_in_a_notification_can_be_told()
    {
        var settings = Read(
            Setting.Of("Notifications:PathMembers", "data.path;file"),
            Setting.Of("Notifications:TypeMembers:0", "kind"),
            Setting.Of("Notifications:SnsTopics", "arn:aws-us-gov:sns:us-gov-west-1:111122223333:fuel_documents-1")
        ).Notifications;

        Assert.Equal(["data.path", "file"], settings.PathMembers);
        Assert.Equal(["kind"], settings.TypeMembers);
        Assert.Equal(["businessUnitId", "locationId"], settings.BusinessUnitMembers);
        Assert.Equal(["arn:aws-us-gov:sns:us-gov-west-1:111122223333:fuel_documents-1"], settings.SnsTopics);
    }

    [Theory]
    [InlineData("arn:aws:sqs:us-east-1:111122223333:documents")]
    [InlineData("arn:aws:sns:us-east-1:1111:documents")]
    [InlineData("arn:aws:sns:us-east-1:111122223333:")]
    [InlineData("arn:aws:sns:us-east-1:111122223333:documents:c9135db0")] // a subscription's, not a topic's
    [InlineData("arn:evil:sns:us-east-1:111122223333:documents")]
    [InlineData("https://sns.us-east-1.amazonaws.com")]
    public void A_topic_is_named_by_its_arn(string topic) =>
        Assert.Equal(
            $"Notifications:SnsTopics: '{topic}' is not the ARN of a topic; write it like arn:aws:sns:us-east-1:111122223333:business-documents",
            Assert.Single(Mistakes(Setting.Of("Notifications:SnsTopics", topic)))
        );

    [Fact]
    public void A_broken_sites_file_and_a_broken_profile_are_mistakes_of_the_settings()
    {
        var sites = _directory.Write("sites.json", "{ \"sites\": [ { \"location\": \"1\" } ] }");
        _directory.Write("profiles/mine.json", "{ \"name\": \"mine\" }");

        var mistakes = Mistakes(
            Setting.Of("Sites:File", sites),
            Setting.Of("Profiles:Directory", _directory.File("profiles"))
        );

        Assert.Contains(
            mistakes,
            mistake => mistake.Contains("sites[0] (location 1).terminalCode: is required", StringComparison.Ordinal)
        );
        Assert.Contains(
            mistakes,
            mistake => mistake.Contains("mine.json: rows: is required", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_profile_of_the_users_own_replaces_the_built_in_one_of_its_name()
    {
        _directory.Write(
            "profiles/mine.json",
            """{ "name": "fuel-invoice", "when": { "root": "Mine" }, "location": "Site", "rows": [] }"""
        );

        var profiles = Read(Setting.Of("Profiles:Directory", _directory.File("profiles"))).Profiles.Library.Profiles;

        Assert.Equal("Mine", Assert.Single(profiles, profile => profile.Name == "fuel-invoice").When.Root);
        Assert.Equal(4, profiles.Count);
    }

    private IReadOnlyList<string> Mistakes(params IEnumerable<KeyValuePair<string, string?>> settings) =>
        Assert.Throws<SettingsException>(() => Read(settings)).Mistakes;

    private ReceiverSettings Read(params IEnumerable<KeyValuePair<string, string?>> settings) =>
        ReceiverSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection([Setting.Of("Receiver:DataDirectory", _directory.File("data"))])
                .AddInMemoryCollection(settings)
                .Build()
        );
}
