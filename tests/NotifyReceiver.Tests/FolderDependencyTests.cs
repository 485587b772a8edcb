using System.Text.RegularExpressions;

namespace NotifyReceiver.Tests;

/// <summary>
/// Holds the folders of the program to the house's plan: what each one may know of the others. The arrow points one way, from
/// the socket to ATIONET.
/// </summary>
public sealed partial class FolderDependencyTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["Wording"] = [],
        ["Settings"] = ["Wording"],
        ["Storage"] = ["Settings"],
        ["Listening"] = ["Settings"],
        ["Certificates"] = ["Settings", "Storage", "Wording"],
        ["Sites"] = ["Settings", "Wording"],
        ["Notifications"] = ["Storage", "Settings", "Wording"],
        ["Petrosoft"] = ["Settings", "Storage", "Notifications", "Sites", "Wording"],
        ["Receiving"] = ["Settings", "Listening", "Notifications", "Storage"],
        ["Ationet"] = ["Settings", "Wording"],
        ["Documents"] = ["Settings", "Sites", "Ationet", "Wording"],
        ["Inserts"] = ["Storage", "Notifications", "Ationet"],
        ["Dispatching"] =
        [
            "Storage",
            "Notifications",
            "Petrosoft",
            "Sites",
            "Documents",
            "Inserts",
            "Ationet",
            "Wording",
        ],
        ["Retention"] = ["Settings", "Storage", "Inserts", "Petrosoft", "Wording"],
        ["Operations"] =
        [
            "Settings",
            "Storage",
            "Sites",
            "Documents",
            "Petrosoft",
            "Dispatching",
            "Retention",
            "Certificates",
        ],
    };

    // The rooms within the room. What is not here lies in the room itself, which puts them together.
    private static readonly Dictionary<string, string[]> MayKnowOfCertificates = new(StringComparer.Ordinal)
    {
        ["Acme"] = [],
        ["Checking"] = [],
        ["Generated"] = [],
        ["Lineages"] = ["Checking"],
        ["Requesting"] = ["Acme", "Checking", "Lineages"],
        ["Manual"] = ["Checking", "Lineages"],
        ["Challenges"] = ["Acme"],
        ["Issuing"] = ["Acme", "Checking", "Lineages", "Challenges"],
        ["Renewing"] = ["Acme", "Lineages", "Challenges", "Issuing"],
        ["Serving"] = ["Checking", "Generated", "Lineages", "Manual", "Renewing"],
        ["Tls"] = ["Checking", "Serving", "Challenges"],
        ["Status"] = ["Lineages", "Manual", "Serving", "Issuing", "Renewing"],
    };

    private static readonly string[] MayKnowAll = ["", "Cli"];

    public static TheoryData<string> RoomsOfCertificates =>
        [
            .. Directory
                .GetDirectories(Path.Combine(SourceRoot(), "Certificates"))
                .Select(Path.GetFileName)
                .OfType<string>(),
        ];

    public static TheoryData<string> Rooms => [.. RoomNames()];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_what_the_plan_allows(string room)
    {
        var known = Directory
            .EnumerateFiles(Path.Combine(SourceRoot(), room), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => OwnUsings().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["room"].Value)
            .Where(other => other != room)
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(known.Except(MayKnow[room], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RoomsOfCertificates))]
    public void A_room_of_certificates_knows_only_what_the_plan_allows(string room)
    {
        var known = Directory
            .EnumerateFiles(Path.Combine(SourceRoot(), "Certificates", room), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => CertificateUsings().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["room"].Value)
            .Where(other => other != room)
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(known.Except(MayKnowOfCertificates[room], StringComparer.Ordinal));
    }

    [Fact]
    public void What_speaks_ACME_knows_nothing_of_the_rest()
    {
        var known = Directory
            .EnumerateFiles(Path.Combine(SourceRoot(), "Certificates", "Acme"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => OwnUsings().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["room"].Value);

        Assert.All(known, room => Assert.Equal("Certificates", room));
    }

    [Fact]
    public void The_plan_names_every_room_and_no_other() =>
        Assert.Equal(MayKnow.Keys.Order(StringComparer.Ordinal), RoomNames().Order(StringComparer.Ordinal));

    private static IEnumerable<string> RoomNames() =>
        Directory.GetDirectories(SourceRoot()).Select(Path.GetFileName).OfType<string>().Where(IsRoom);

    private static bool IsRoom(string folder) =>
        folder is not ("bin" or "obj") && !MayKnowAll.Contains(folder, StringComparer.Ordinal);

    private static string SourceRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "NotifyReceiver.sln")))
        {
            directory =
                directory.Parent ?? throw new InvalidOperationException("the tests do not run inside the repository");
        }
        return Path.Combine(directory.FullName, "src", "NotifyReceiver");
    }

    [GeneratedRegex(
        @"^using NotifyReceiver\.(?<room>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OwnUsings();

    [GeneratedRegex(
        @"^using NotifyReceiver\.Certificates\.(?<room>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex CertificateUsings();
}
