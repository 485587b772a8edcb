using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Challenges;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Challenges;

public sealed class ChallengeAnswersTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ManualClock _clock = new();
    private readonly ChallengeAnswers _answers;

    public ChallengeAnswersTests() => _answers = new ChallengeAnswers(CertificateOptions.In(_directory.Path), _clock);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_token_is_answered_again_and_again_until_it_is_removed()
    {
        using (_answers.Put("token-1", "token-1.print"))
        {
            Assert.Equal("token-1.print", _answers.ForToken("token-1"));
            Assert.Equal("token-1.print", _answers.ForToken("token-1"));
            Assert.Null(_answers.ForToken("TOKEN-1"));
        }

        Assert.Null(_answers.ForToken("token-1"));
        Assert.Empty(Files());
    }

    [Fact]
    public void A_server_name_is_answered_with_the_certificate_and_its_key_in_any_case()
    {
        using var certificate = Certificate("a.example");

        using var waiting = _answers.Put("a.example", certificate);

        using var found = _answers.ForServerName("A.EXAMPLE");
        Assert.Equal(certificate.Thumbprint, found!.Thumbprint);
        Assert.True(found.HasPrivateKey);
        Assert.Null(_answers.ForServerName("b.example"));
    }

    [Fact]
    public void Another_process_answers_too()
    {
        using var waiting = _answers.Put("token-1", "token-1.print");

        var other = new ChallengeAnswers(CertificateOptions.In(_directory.Path), _clock);

        Assert.Equal("token-1.print", other.ForToken("token-1"));
    }

    [Theory]
    [InlineData("../../account.key")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("http-1")]
    public void What_a_stranger_asks_for_never_becomes_a_path(string hostile)
    {
        File.WriteAllText(_directory.File("account.key"), "secret");

        Assert.Null(_answers.ForToken(hostile));
        Assert.Null(_answers.ForServerName(hostile));
    }

    [Fact]
    public void A_hostile_token_of_a_CA_stays_in_its_directory()
    {
        using var waiting = _answers.Put("../../../escaped", "value");

        Assert.Equal("value", _answers.ForToken("../../../escaped"));
        Assert.Equal(Path.Combine(_directory.Path, "acme", "challenges"), Path.GetDirectoryName(Files().Single()));
    }

    [Fact]
    public void Nobody_else_may_read_them()
    {
        using var waiting = _answers.Put("token-1", "token-1.print");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Files().Single()));
    }

    [Fact]
    public void What_a_crash_left_behind_is_no_answer_after_a_day_and_is_removed()
    {
        _ = _answers.Put("token-1", "token-1.print");
        _clock.Advance(TimeSpan.FromHours(25));
        using var fresh = _answers.Put("token-2", "token-2.print");

        Assert.Null(_answers.ForToken("token-1"));
        _answers.RemoveStale();

        Assert.Equal("token-2.print", _answers.ForToken("token-2"));
        Assert.Single(Files());
    }

    [Fact]
    public void Without_any_there_is_nothing_to_remove()
    {
        _answers.RemoveStale();

        Assert.Empty(Files());
    }

    private string[] Files() => Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories);

    private static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddYears(100)
        );
    }
}
