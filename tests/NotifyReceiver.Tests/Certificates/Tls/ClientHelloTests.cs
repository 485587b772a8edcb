using System.Buffers;
using System.Net.Security;
using System.Security.Authentication;
using CsCheck;
using NotifyReceiver.Certificates.Tls;

namespace NotifyReceiver.Tests.Certificates.Tls;

/// <summary>Hellos as real clients send them, and as nobody should.</summary>
public sealed class ClientHelloTests
{
    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    [InlineData(SslProtocols.Tls12 | SslProtocols.Tls13)]
    public async Task The_name_that_a_client_asks_for_is_found(SslProtocols protocols)
    {
        var hello = ClientHello.Parse(new(await SentAsync("Shop.Example", protocols, ["h2", "http/1.1"])));

        Assert.Equal(new ClientHello("shop.example", IsValidation: false), hello);
    }

    [Fact]
    public async Task A_client_that_asks_for_no_name_has_none() =>
        Assert.Equal(
            new ClientHello(null, IsValidation: false),
            ClientHello.Parse(new(await SentAsync("", SslProtocols.Tls13, [])))
        );

    [Theory]
    [InlineData("acme-tls/1", true)]
    [InlineData("acme-tls/1 http/1.1", false)]
    [InlineData("http/1.1 acme-tls/1", false)]
    [InlineData("http/1.1", false)]
    [InlineData("", false)]
    public async Task Only_who_speaks_nothing_else_is_a_validator(string protocols, bool isValidator)
    {
        var alpn = protocols.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var hello = ClientHello.Parse(new(await SentAsync("a.example", SslProtocols.Tls13, alpn)));

        Assert.Equal(isValidator, hello!.IsValidation);
    }

    [Fact]
    public async Task A_hello_that_is_not_all_there_is_none_yet()
    {
        var sent = await SentAsync("a.example", SslProtocols.Tls13, ["h2"]);

        for (var length = 0; length < sent.Length; length++)
        {
            Assert.Null(ClientHello.Parse(new(sent[..length])));
        }
    }

    [Fact]
    public async Task A_hello_in_several_records_is_one()
    {
        var sent = await SentAsync("a.example", SslProtocols.Tls13, ["acme-tls/1"]);

        var cut = InRecordsOf(50, sent);

        Assert.Equal(new ClientHello("a.example", IsValidation: true), ClientHello.Parse(new(cut)));
    }

    [Fact]
    public async Task A_hello_that_came_in_small_pieces_is_the_same()
    {
        var sent = await SentAsync("a.example", SslProtocols.Tls13, ["acme-tls/1"]);

        Assert.Equal(new ClientHello("a.example", IsValidation: true), ClientHello.Parse(Pieces.Of(sent, length: 1)));
    }

    [Fact]
    public async Task No_mutation_of_a_hello_makes_it_throw()
    {
        var sent = await SentAsync("a.example", SslProtocols.Tls12 | SslProtocols.Tls13, ["acme-tls/1"]);
        var change = Gen.Select(Gen.Int[0, sent.Length - 1], Gen.Byte);

        change
            .Array[1, 8]
            .Sample(
                changes =>
                {
                    var mutated = sent.ToArray();
                    foreach (var (at, value) in changes)
                    {
                        mutated[at] = value;
                    }
                    _ = ClientHello.Parse(new(mutated));
                },
                iter: 50_000
            );
        Gen.Byte.Array[0, 400].Sample(noise => _ = ClientHello.Parse(new(noise)), iter: 50_000);
    }

    private static async Task<byte[]> SentAsync(string host, SslProtocols protocols, string[] alpn)
    {
        using var wire = new MemoryStream();
        await using var client = new SslStream(new OneWay(wire));
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = host,
            EnabledSslProtocols = protocols,
            ApplicationProtocols = [.. alpn.Select(name => new SslApplicationProtocol(name))],
        };
        await Assert.ThrowsAnyAsync<IOException>(() => client.AuthenticateAsClientAsync(options));
        return wire.ToArray();
    }

    private static byte[] InRecordsOf(int length, byte[] hello)
    {
        const int Header = 5;
        return
        [
            .. hello
                .Skip(Header)
                .Chunk(length)
                .SelectMany(part => (byte[])[hello[0], hello[1], hello[2], 0, (byte)part.Length, .. part]),
        ];
    }

    /// <summary>Takes what is written, and has nothing to read.</summary>
    private sealed class OneWay(Stream written) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => 0;

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => written.Write(buffer, offset, count);
    }

    private sealed class Pieces : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Of(byte[] bytes, int length)
        {
            Pieces? first = null;
            Pieces? last = null;
            foreach (var part in bytes.Chunk(length))
            {
                var next = new Pieces { Memory = part, RunningIndex = last?.RunningIndex + last?.Memory.Length ?? 0 };
                last?.Next = next;
                first ??= next;
                last = next;
            }
            return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
        }
    }
}
