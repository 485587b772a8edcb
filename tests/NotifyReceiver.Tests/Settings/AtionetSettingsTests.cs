using Microsoft.Extensions.Configuration;
using NotifyReceiver.Ationet;
using NotifyReceiver.Settings;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Settings;

/// <summary>The settings of <c>Ationet</c>: one destination or several, and how they are sent to.</summary>
public sealed class AtionetSettingsTests
{
    private static readonly KeyValuePair<string, string?>[] Default =
    [
        Setting.Of("Ationet:BaseUrl", "https://native.ationet.com"),
        Setting.Of("Ationet:UserName", "fms@example.com"),
        Setting.Of("Ationet:Password", "p"),
    ];

    private static readonly KeyValuePair<string, string?>[] Network =
    [
        .. Default,
        Setting.Of("Ationet:Networks:XYZ:UserName", "xyz@example.com"),
        Setting.Of("Ationet:Networks:XYZ:Password", "q"),
    ];

    [Fact]
    public void Nothing_set_is_a_dry_run()
    {
        var options = Read();

        Assert.True(options.IsDryRun);
        Assert.Empty(options.Destinations);
        Assert.Null(options.DestinationOf("XYZ0123456789"));
        Assert.Equal("NotifyReceiver 1.0", $"{options.SystemModel} {options.SystemVersion}");
        Assert.Equal(TimeSpan.FromSeconds(20), options.Timeout);
        Assert.Equal(100, options.InventoriesPerRequest);
        Assert.Equal(1, options.DeliveriesPerRequest);
        Assert.Equal(16, options.ParallelTerminals);
        Assert.Equal(TimeSpan.FromDays(7), options.RetryFor);
        Assert.Equal(TimeSpan.FromMinutes(5), options.Settle);
    }

    [Fact]
    public void The_default_destination_needs_a_host_and_a_user()
    {
        var options = Read(Default);

        Assert.False(options.IsDryRun);
        Assert.Equal(
            new DestinationOptions(
                "default",
                new Uri("https://native.ationet.com"),
                new Credentials("fms@example.com", "p"),
                AuthorizationForm.Plain,
                Download: null
            ),
            Assert.Single(options.Destinations)
        );
    }

    [Fact]
    public void The_rest_can_be_told_too()
    {
        var options = Read([
            .. Default,
            Setting.Of("Ationet:Authorization", "Base64"),
            Setting.Of("Ationet:Download:UserName", "d"),
            Setting.Of("Ationet:Download:Password", "e"),
            Setting.Of("Ationet:InventoriesPerRequest", "1000"),
            Setting.Of("Ationet:DeliveriesPerRequest", "100"),
            Setting.Of("Ationet:ParallelTerminals", "256"),
            Setting.Of("Ationet:RetryForHours", "1"),
            Setting.Of("Ationet:SettleSeconds", "0"),
        ]);

        Assert.Equal(AuthorizationForm.Base64, options.Default!.Authorization);
        Assert.Equal(new Credentials("d", "e"), options.Default.Download);
        Assert.Equal(1000, options.InventoriesPerRequest);
        Assert.Equal(100, options.DeliveriesPerRequest);
        Assert.Equal(256, options.ParallelTerminals);
        Assert.Equal(TimeSpan.FromHours(1), options.RetryFor);
        Assert.Equal(TimeSpan.Zero, options.Settle);
    }

    [Fact]
    public void A_network_takes_address_and_form_from_the_default_but_never_its_users()
    {
        var network = Assert.Single(
            Read([
                .. Network,
                Setting.Of("Ationet:Authorization", "base64"),
                Setting.Of("Ationet:Download:UserName", "d"),
                Setting.Of("Ationet:Download:Password", "e"),
            ]).Networks
        );

        Assert.Equal(
            new DestinationOptions(
                "XYZ",
                new Uri("https://native.ationet.com"),
                new Credentials("xyz@example.com", "q"),
                AuthorizationForm.Base64,
                Download: null
            ),
            network
        );
    }

    [Fact]
    public void A_network_may_have_all_of_its_own()
    {
        using var directory = new TemporaryDirectory();
        var network = Assert.Single(
            Read([
                .. Default,
                Setting.Of("Ationet:Authorization", "base64"),
                Setting.Of("Ationet:Networks:XYZ:BaseUrl", "http://127.0.0.1:9080"),
                Setting.Of("Ationet:Networks:XYZ:UserName", "xyz@example.com"),
                Setting.Of("Ationet:Networks:XYZ:PasswordFile", directory.Write("password", "from-a-file\n")),
                Setting.Of("Ationet:Networks:XYZ:Authorization", "plain"),
                Setting.Of("Ationet:Networks:XYZ:Download:UserName", "d"),
                Setting.Of("Ationet:Networks:XYZ:Download:Password", "e"),
            ]).Networks
        );

        Assert.Equal(
            new DestinationOptions(
                "XYZ",
                new Uri("http://127.0.0.1:9080"),
                new Credentials("xyz@example.com", "from-a-file"),
                AuthorizationForm.Plain,
                new Credentials("d", "e")
            ),
            network
        );
    }

    [Theory]
    [InlineData("XYZ0123456789", "XYZ")]
    [InlineData("XYZ", "XYZ")]
    [InlineData("ABC0123456789", "ABC")]
    [InlineData("xyz0123456789", "XYZ")]
    [InlineData("0XYZ123456789", "default")]
    [InlineData("XY", "default")]
    public void A_terminal_belongs_to_the_network_that_its_code_begins_with(string terminal, string destination)
    {
        var options = Read([
            .. Network,
            Setting.Of("Ationet:Networks:ABC:UserName", "abc@example.com"),
            Setting.Of("Ationet:Networks:ABC:Password", "r"),
        ]);

        Assert.Equal(destination, options.DestinationOf(terminal)!.Name);
    }

    [Fact]
    public void Two_destinations_may_have_the_same_host_and_user()
    {
        var options = Read([
            .. Default,
            Setting.Of("Ationet:Networks:XYZ:UserName", "fms@example.com"),
            Setting.Of("Ationet:Networks:XYZ:Password", "p"),
        ]);

        Assert.Equal(["default", "XYZ"], options.Destinations.Select(destination => destination.Name));
        Assert.Single(options.Destinations.Select(destination => destination with { Name = "" }).Distinct());
    }

    public static TheoryData<string, string, string> WrongValues =>
        new()
        {
            {
                "BaseUrl",
                "native.ationet.com",
                "'native.ationet.com' is not an address like https://native.ationet.com"
            },
            { "BaseUrl", "ftp://native.ationet.com", "'ftp://native.ationet.com' is not an address like" },
            { "BaseUrl", "http://native.ationet.com", "is not https; the password would travel readably" },
            { "BaseUrl", "https://native.ationet.com/v1", "has more than a host; write it like" },
            { "BaseUrl", "https://native.ationet.com/?x=1", "has more than a host; write it like" },
            { "BaseUrl", "https://me:secret@native.ationet.com", "has more than a host; write it like" },
            { "UserName", "a:b", "contains a colon, at which ATIONET would cut it" },
            {
                "UserName",
                "josé@example.com",
                "has a character that is not printable ASCII; the header that carries it holds no other"
            },
            {
                "Password",
                "contraseña",
                "has a character that is not printable ASCII; the header that carries it holds no other"
            },
            {
                "Password",
                "a\tb",
                "has a character that is not printable ASCII; the header that carries it holds no other"
            },
            { "Authorization", "digest", "'digest' is not one of plain, base64" },
        };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void A_wrong_value_is_a_mistake_of_the_default_and_of_a_network(string name, string value, string told)
    {
        foreach (var section in new[] { "Ationet", "Ationet:Networks:XYZ" })
        {
            var mistake = Assert.Single(Mistakes([.. Network, Setting.Of($"{section}:{name}", value)]));

            Assert.StartsWith($"{section}:{name}: {told}", mistake, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_wrong_password_is_not_repeated() =>
        Assert.DoesNotContain(
            "contraseña",
            Assert.Single(Mistakes([.. Default, Setting.Of("Ationet:Password", "contraseña")])),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Ationet")]
    [InlineData("Ationet:Networks:XYZ")]
    [InlineData("Ationet:Download")]
    [InlineData("Ationet:Networks:XYZ:Download")]
    public void User_and_password_go_together(string section)
    {
        Assert.Equal(
            $"{section}:Password: is missing; user name and password go together",
            Assert.Single(
                Mistakes([.. Network, Setting.Of($"{section}:UserName", "u"), Setting.Of($"{section}:Password", "")])
            )
        );
        Assert.Equal(
            $"{section}:UserName: is missing; user name and password go together",
            Assert.Single(
                Mistakes([.. Network, Setting.Of($"{section}:UserName", ""), Setting.Of($"{section}:Password", "p")])
            )
        );
    }

    [Fact]
    public void A_host_needs_a_user() =>
        Assert.Equal(
            "Ationet:UserName: is required, with Ationet:Password, when Ationet:BaseUrl is set",
            Assert.Single(Mistakes([Setting.Of("Ationet:BaseUrl", "https://native.ationet.com")]))
        );

    [Fact]
    public void A_network_needs_a_user_of_its_own() =>
        Assert.Equal(
            "Ationet:Networks:XYZ:UserName: is required, with Ationet:Networks:XYZ:Password, when Ationet:Networks:XYZ is set",
            Assert.Single(
                Mistakes([.. Default, Setting.Of("Ationet:Networks:XYZ:BaseUrl", "https://native-beta.ationet.com")])
            )
        );

    [Fact]
    public void A_network_alone_is_no_destination_for_the_other_terminals() =>
        Assert.Equal(
            "Ationet:BaseUrl: is missing, though there is a network beside it (Ationet:Networks:XYZ); the other terminals need a host too",
            Assert.Single(
                Mistakes([
                    Setting.Of("Ationet:Networks:XYZ:BaseUrl", "https://native.ationet.com"),
                    Setting.Of("Ationet:Networks:XYZ:UserName", "u"),
                    Setting.Of("Ationet:Networks:XYZ:Password", "p"),
                ])
            )
        );

    [Theory]
    [InlineData("Ationet", "a user for it")]
    [InlineData("Ationet:Download", "a user who looks up there")]
    public void A_user_without_a_host_is_a_mistake_and_no_dry_run(string section, string who) =>
        Assert.Equal(
            $"Ationet:BaseUrl: is missing, though there is {who}; a dry run has neither (leave out {section}:UserName and {section}:Password)",
            Assert.Single(Mistakes([Setting.Of($"{section}:UserName", "u"), Setting.Of($"{section}:Password", "p")]))
        );

    [Theory]
    [InlineData("XY")]
    [InlineData("XYZ0")]
    public void A_network_is_named_by_three_characters(string name) =>
        Assert.Equal(
            $"Ationet:Networks:{name}: '{name}' is not a network; it is named by the first 3 characters of its terminal codes",
            Assert.Single(
                Mistakes([
                    .. Default,
                    Setting.Of($"Ationet:Networks:{name}:UserName", "u"),
                    Setting.Of($"Ationet:Networks:{name}:Password", "p"),
                ])
            )
        );

    [Theory]
    [InlineData("Ationet:Networks:XYZ:Pasword", "Ationet:Networks:XYZ:Password")]
    [InlineData("Ationet:Networks:XYZ:Download:Username2", "Ationet:Networks:XYZ:Download:UserName")]
    [InlineData("Ationet:Networks:XYZ:SystemModel", null)]
    [InlineData("Ationet:Networks:XYZ", null)]
    [InlineData("Ationet:Networks", null)]
    public void What_a_network_does_not_have_is_a_mistake(string key, string? meant)
    {
        var mistake = Assert.Single(Mistakes([.. Network, Setting.Of(key, "x")]));

        Assert.StartsWith($"{key}: is not a setting", mistake, StringComparison.Ordinal);
        Assert.Equal(meant is not null, mistake.EndsWith($"; did you mean {meant}?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TimeoutSeconds", "0", "1 to 120")]
    [InlineData("InventoriesPerRequest", "1001", "1 to 1000")]
    [InlineData("DeliveriesPerRequest", "101", "1 to 100")]
    [InlineData("ParallelTerminals", "257", "1 to 256")]
    [InlineData("RetryForHours", "8761", "1 to 8760")]
    [InlineData("SettleSeconds", "-1", "0 to 900")]
    public void Numbers_have_limits(string name, string value, string limits) =>
        Assert.Equal(
            $"Ationet:{name}: '{value}' is not a whole number from {limits}",
            Assert.Single(Mistakes([Setting.Of($"Ationet:{name}", value)]))
        );

    [Fact]
    public void Several_deliveries_in_a_request_need_somebody_who_looks_up_at_each_destination()
    {
        var mistakes = Mistakes([
            .. Network,
            Setting.Of("Ationet:Networks:ABC:UserName", "abc@example.com"),
            Setting.Of("Ationet:Networks:ABC:Password", "r"),
            Setting.Of("Ationet:Networks:ABC:Download:UserName", "d"),
            Setting.Of("Ationet:Networks:ABC:Download:Password", "e"),
            Setting.Of("Ationet:DeliveriesPerRequest", "2"),
        ]);

        const string Why =
            "ATIONET may have taken part of a request of several deliveries that it refuses, and only a look there tells";
        Assert.Equal(
            [
                $"Ationet:DeliveriesPerRequest: is above 1, which needs Ationet:Download:UserName and Ationet:Download:Password: {Why}",
                $"Ationet:DeliveriesPerRequest: is above 1, which needs Ationet:Networks:XYZ:Download:UserName and Ationet:Networks:XYZ:Download:Password: {Why}",
            ],
            mistakes
        );
    }

    [Fact]
    public void Options_are_shown_without_passwords()
    {
        var options = Read([
            .. Network,
            Setting.Of("Ationet:Password", "s3cret-1"),
            Setting.Of("Ationet:Networks:XYZ:Password", "s3cret-2"),
            Setting.Of("Ationet:Download:UserName", "d"),
            Setting.Of("Ationet:Download:Password", "s3cret-3"),
        ]);

        var shown = $"{options} {string.Join(' ', options.Destinations)}";
        Assert.Contains("xyz@example.com", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", shown, StringComparison.Ordinal);
    }

    private static AtionetOptions Read(params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var (options, mistakes) = ReadAll(settings);
        Assert.Empty(mistakes);
        return options;
    }

    private static IReadOnlyList<string> Mistakes(IEnumerable<KeyValuePair<string, string?>> settings) =>
        ReadAll(settings).Mistakes;

    private static (AtionetOptions Options, IReadOnlyList<string> Mistakes) ReadAll(
        IEnumerable<KeyValuePair<string, string?>> settings
    )
    {
        var configuration = new ConfigurationBuilder();
        foreach (var setting in settings)
        {
            // One source each, of which the later wins.
            configuration.AddInMemoryCollection([setting]);
        }
        var reader = new SettingsReader(configuration.Build());
        var options = AtionetOptions.Read(reader);
        reader.RefuseUnknownKeys();
        return (options, reader.Mistakes);
    }
}
