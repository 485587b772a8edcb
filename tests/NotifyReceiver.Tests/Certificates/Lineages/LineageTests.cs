using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Tests.Certificates.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Lineages;

public sealed class LineageTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ManualClock _clock = new();
    private readonly TestAuthority _authority;
    private readonly Lineage _lineage;

    public LineageTests()
    {
        _authority = TestAuthority.Create(_clock);
        _lineage = new Lineage(_directory.File("lineages/manual-tls"));
    }

    private string Home => _directory.File("lineages/manual-tls");

    [Fact]
    public void What_was_committed_last_is_current_and_reads_as_it_was()
    {
        Commit(_authority.Issue("a.example"));
        var second = _authority.Issue("a.example");
        Commit(second);

        var (candidate, problem) = _lineage.Current()!.Read();

        Assert.Null(problem);
        Assert.Equal(second.Sha256, _lineage.Current()!.Note.Sha256);
        Assert.Equal(second.Leaf.RawData, candidate!.Leaf.RawData);
        Assert.Equal(second.Chain.Select(it => it.RawData), candidate.Intermediates.Select(it => it.RawData));
        Assert.True(candidate.Leaf.HasPrivateKey);
    }

    [Fact]
    public void The_five_newest_are_kept()
    {
        var all = Enumerable.Range(0, 7).Select(_ => Commit(_authority.Issue("a.example"))).ToList();

        Assert.Equal(
            all.Skip(2).Reverse().Select(generation => generation.Name),
            _lineage.All().Select(generation => generation.Name)
        );
    }

    [Fact]
    public void The_one_in_use_is_kept_however_old_it_is()
    {
        var first = Commit(_authority.Issue("a.example"));
        var others = Enumerable.Range(0, 4).Select(_ => Commit(_authority.Issue("a.example"))).ToList();
        _lineage.PointAt(first);

        Assert.Equal(first.Name, _lineage.Current()!.Name);
        Assert.Equal(5, _lineage.All().Count);
        Assert.NotEmpty(others);
    }

    [Fact]
    public void The_same_certificate_is_not_written_again()
    {
        var certificate = _authority.Issue("a.example");
        var first = Commit(certificate);
        Commit(_authority.Issue("a.example"));

        var again = Commit(certificate);

        Assert.Equal(first.Name, again.Name);
        Assert.Equal(first.Name, _lineage.Current()!.Name);
        Assert.Equal(2, _lineage.All().Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../elsewhere")]
    [InlineData("20200101T000000Z-00000000")]
    public void A_pointer_that_names_nothing_whole_leaves_the_newest(string written)
    {
        Commit(_authority.Issue("a.example"));
        var newest = Commit(_authority.Issue("a.example"));
        File.WriteAllText(Path.Combine(Home, "current"), written);

        Assert.Null(_lineage.Pointed());
        Assert.Equal(newest.Name, _lineage.Current()!.Name);
    }

    [Fact]
    public void What_somebody_died_over_is_no_generation_and_goes_with_the_next_commit()
    {
        var unfinished = Path.Combine(Home, ".20260101T000000Z-00000000");
        Directory.CreateDirectory(unfinished);
        File.WriteAllText(Path.Combine(unfinished, "privkey.pem"), "half a key");

        Assert.Empty(_lineage.All());
        Commit(_authority.Issue("a.example"));

        Assert.False(Directory.Exists(unfinished));
        Assert.Single(_lineage.All());
    }

    [Fact]
    public void Keys_are_for_the_owner_alone()
    {
        var generation = Commit(_authority.Issue("a.example"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(generation.KeyFile));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(generation.Directory)
        );
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Home)
        );
    }

    [Theory]
    [InlineData("Example.COM", "acme-example.com-")]
    [InlineData("*.example.com", "acme-wildcard_.example.com-")]
    [InlineData("::1", "acme---1-")]
    [InlineData("../../etc/passwd", "acme--..-etc-passwd-")]
    public void A_name_becomes_a_directory_of_harmless_letters(string name, string beginning)
    {
        var made = LineageName.For(LineageName.Acme, [name]);

        Assert.StartsWith(beginning, made, StringComparison.Ordinal);
        Assert.Equal(made, Path.GetFileName(made));
    }

    [Fact]
    public void The_same_names_in_another_order_make_the_same_lineage_only_when_the_first_is_the_same()
    {
        Assert.Equal(LineageName.For("acme", ["a", "b", "c"]), LineageName.For("acme", ["a", "C", "b"]));
        Assert.NotEqual(LineageName.For("acme", ["a", "b"]), LineageName.For("acme", ["a", "c"]));
        Assert.NotEqual(LineageName.ForDrop("shop/tls"), LineageName.ForDrop("shop-tls"));
        Assert.Equal("manual-tls", LineageName.ForDrop("tls"));
    }

    public void Dispose() => _directory.Dispose();

    private Generation Commit(TestCertificate certificate)
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        var leaf = certificate.Leaf;
        return _lineage.Commit(
            certificate.Candidate,
            new GenerationNote(
                _clock.GetUtcNow(),
                certificate.Sha256,
                ["a.example"],
                new DateTimeOffset(leaf.NotBefore),
                new DateTimeOffset(leaf.NotAfter),
                "a test"
            )
        );
    }
}
