using NotifyReceiver.Petrosoft.Archives;
using NotifyReceiver.Tests.Support;
using static NotifyReceiver.Tests.Petrosoft.Archives.Zipped;

namespace NotifyReceiver.Tests.Petrosoft.Archives;

/// <summary>Bytes from outside end in words, never in an exception, and never in a file that is not what was packed.</summary>
public sealed class BrokenArchiveTests
{
    private static readonly byte[] Content = Text(
        "<document>of some length, of some length, of some length</document>"
    );

    public static TheoryData<string> Kinds => ["zip", "gzip", "gzip with a name"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_archive_that_was_cut_off_anywhere_is_a_problem(string kind)
    {
        var whole = Make(kind);

        for (var length = 0; length < whole.Length; length++)
        {
            var (files, problem) = Archive.Unpack(whole[..length]);
            Assert.True(files is null && problem!.Length > 0, $"cut at {length} of {whole.Length}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_byte_that_was_changed_anywhere_changes_no_content_unnoticed(string kind)
    {
        var whole = Make(kind);

        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var change in (byte[])[0x01, 0x80, 0xFF])
            {
                var changed = whole.ToArray();
                changed[at] ^= change;
                var (files, problem) = Archive.Unpack(changed);
                Assert.True(
                    files is null ? problem!.Length > 0 : files.All(file => file.Body.SequenceEqual(Content)),
                    $"byte {at} of {whole.Length}, changed by {change}"
                );
            }
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4 })]
    [InlineData(new byte[] { 0x50, 0x4B, 5, 6 })]
    [InlineData(new byte[] { 0x1F, 0x8B })]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0 })]
    public void Random_bytes_are_a_problem(byte[] beginning)
    {
        var random = new Noise(20260116);

        for (var round = 0; round < 2_000; round++)
        {
            var noise = random.Bytes(random.Next(300));
            var (files, problem) = Archive.Unpack([.. beginning, .. noise]);
            Assert.Null(files);
            Assert.NotEmpty(problem!);
        }
    }

    [Fact]
    public void A_zip_with_random_changes_never_throws()
    {
        var random = new Noise(20260117);

        for (var round = 0; round < 5_000; round++)
        {
            var changed = Make("zip");
            for (var change = 0; change < 4; change++)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }
            var (files, problem) = Archive.Unpack(changed);
            Assert.True(files is null == problem is not null);
        }
    }

    private static byte[] Make(string kind) =>
        kind switch
        {
            "zip" => Zip(("a.xml", Content), ("b.xml", Content)),
            "gzip" => Gzip(Content),
            _ => Gzip(Content, "a.xml"),
        };
}
