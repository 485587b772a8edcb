using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Manual;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Manual;

/// <summary>Which files belong together, as the tools that write them name them.</summary>
public sealed class ManualDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("tls.crt tls.key", "tls=tls.crt+tls.key")]
    [InlineData("tls.pfx", "tls=tls.pfx")]
    [InlineData("TLS.CRT TLS.KEY", "TLS=TLS.CRT+TLS.KEY")]
    [InlineData("shop.p12 tls.pem", "shop=shop.p12 tls=tls.pem")]
    [InlineData("tls.pem tls.key", "tls=tls.pem+tls.key")]
    [InlineData("localhost+2.pem localhost+2-key.pem", "localhost+2=localhost+2.pem+localhost+2-key.pem")]
    [InlineData(
        "a.example.crt a.example.key a.example.issuer.crt a.example.json",
        "a.example=a.example.crt+a.example.key"
    )]
    [InlineData(
        "live/cert.pem live/chain.pem live/fullchain.pem live/privkey.pem live/README",
        "live/fullchain=live/fullchain.pem+live/privkey.pem"
    )]
    [InlineData("..data/tls.crt ..data/tls.key tls.crt tls.key", "tls=tls.crt+tls.key")]
    [InlineData("tls.crt", "tls=tls.crt+tls.key")]
    [InlineData(".tls.crt.swp ~tls.crt notes.txt", "")]
    [InlineData("one/two/tls.crt", "")]
    public void Files_are_paired_as_their_names_say(string files, string pairs)
    {
        foreach (var file in files.Split(' '))
        {
            _directory.Write($"certs/manual/{file}", "");
        }

        Assert.Equal(pairs, string.Join(' ', List().Select(Text)));
    }

    [Fact]
    public void Without_the_directory_there_is_nothing() => Assert.Empty(List());

    [Fact]
    public void A_file_in_the_directorys_place_is_trouble()
    {
        _directory.Write("certs/manual/tls.crt/x", "");

        var drop = Assert.Single(List());
        var (content, problem) = drop.Read();

        Assert.Null(content);
        Assert.Contains("cannot be read", problem, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private IReadOnlyList<Drop> List()
    {
        var (drops, problem) = new ManualDirectory(CertificateOptions.In(_directory.File("certs"))).List();
        Assert.Null(problem);
        return drops;
    }

    private string Text(Drop drop) =>
        $"{drop.Name}={string.Join('+', new[] { drop.CertificateFile, drop.KeyFile }.OfType<string>().Select(Relative))}";

    private string Relative(string file) => Path.GetRelativePath(_directory.File("certs/manual"), file);
}
