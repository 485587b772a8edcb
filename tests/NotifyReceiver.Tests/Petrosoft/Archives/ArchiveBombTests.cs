using System.Globalization;
using System.IO.Compression;
using NotifyReceiver.Petrosoft.Archives;
using NotifyReceiver.Tests.Support;
using static NotifyReceiver.Tests.Petrosoft.Archives.Zipped;

namespace NotifyReceiver.Tests.Petrosoft.Archives;

/// <summary>What an archive may grow to is counted, whatever it says about itself.</summary>
public sealed class ArchiveBombTests
{
    private const int Mebibyte = 1024 * 1024;

    [Fact]
    public void Zeros_that_grow_a_thousand_times_are_stopped()
    {
        // Deflate packs zeros about 1,000 to 1: 16 MiB become 16 KiB, of which 200 times is 3.2 MiB.
        var zeros = new byte[16 * Mebibyte];

        AssertProblem("more than 200 times its size", Zip(("a", zeros)));
        AssertProblem("more than 200 times its size", Gzip(zeros));
    }

    [Fact]
    public void Many_files_may_not_grow_together_beyond_what_one_may()
    {
        var half = new byte[Mebibyte / 2];

        AssertProblem("more than 200 times its size", Zip(("a", half), ("b", half), ("c", half)));
    }

    [Fact]
    public void A_mebibyte_is_harmless_however_well_it_was_packed() =>
        Assert.Equal(Mebibyte, Assert.Single(Archive.Unpack(Gzip(new byte[Mebibyte])).Files!).Body.Length);

    [Fact]
    public void A_file_may_have_64_MiB_and_no_more()
    {
        var most = Zip(CompressionLevel.NoCompression, ("a", new byte[64 * Mebibyte]));
        Assert.Equal(64 * Mebibyte, Assert.Single(Archive.Unpack(most).Files!).Body.Length);

        AssertProblem(
            "'a' in it has more than 64 MiB",
            Zip(CompressionLevel.NoCompression, ("a", new byte[(64 * Mebibyte) + 1]))
        );
    }

    [Fact]
    public void All_files_may_have_256_MiB_together_and_no_more()
    {
        // 52 MiB each, of which every 64th byte is noise: it grows less than 64 times. 5 times 52 is 260.
        var noisy = new byte[52 * Mebibyte];
        var noise = new Noise(1);
        for (var at = 0; at < noisy.Length; at += 64)
        {
            noisy[at] = (byte)noise.Next(256);
        }
        var names = Enumerable.Range(1, 5).Select(number => (Name(number), noisy));

        AssertProblem("more than 256 MiB together", Zip(CompressionLevel.Fastest, [.. names]));
    }

    [Fact]
    public void A_thousand_files_are_taken_and_no_more()
    {
        var thousand = Enumerable.Range(1, 1_000).Select(number => (Name(number), Text("<a/>"))).ToArray();

        Assert.Equal(1_000, Archive.Unpack(Zip(thousand)).Files!.Count);
        AssertProblem("holds 1001 files, more than 1000", Zip([.. thousand, ("more", [])]));
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void AssertProblem(string what, byte[] body)
    {
        var (files, problem) = Archive.Unpack(body);
        Assert.Null(files);
        Assert.Contains(what, problem, StringComparison.Ordinal);
    }
}
