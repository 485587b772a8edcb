using System.Buffers.Binary;
using System.IO.Compression;
using NotifyReceiver.Petrosoft.Archives;
using static NotifyReceiver.Tests.Petrosoft.Archives.Zipped;

namespace NotifyReceiver.Tests.Petrosoft.Archives;

public sealed class ArchiveTests
{
    [Fact]
    public void Files_come_in_the_order_of_their_names_with_folders_and_without_the_folders_themselves()
    {
        var zip = Zip(("b.xml", Text("<b/>")), ("sub/", []), ("sub/c.json", Text("{}")), ("a.xml", Text("<a/>")));

        var files = Unpacked(zip);

        Assert.Equal(["a.xml", "b.xml", "sub/c.json"], files.Select(file => file.Name));
        Assert.Equal(Text("<b/>"), files[1].Body);
    }

    [Fact]
    public void An_empty_file_and_a_stored_one_are_files()
    {
        var files = Unpacked(Zip(CompressionLevel.NoCompression, ("a", []), ("b", Text("stored"))));

        Assert.Empty(files[0].Body);
        Assert.Equal(Text("stored"), files[1].Body);
    }

    [Theory]
    [InlineData("report-exported_20241129T010203.json")]
    [InlineData("")]
    public void Gzip_holds_one_file(string name)
    {
        var file = Assert.Single(Unpacked(name.Length == 0 ? Gzip(Text("{}")) : Gzip(Text("{}"), name)));

        Assert.Equal(name, file.Name);
        Assert.Equal(Text("{}"), file.Body);
    }

    [Fact]
    public void Gzip_of_nothing_holds_an_empty_file() => Assert.Empty(Assert.Single(Unpacked(GzipOfNothing)).Body);

    [Fact]
    public void Gzip_of_two_files_is_a_problem() =>
        Assert.Contains(
            "more than one file",
            Problem([.. Gzip(Text("<a/>")), .. Gzip(Text("<b/>"))]),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_archive_is_told_by_its_first_bytes()
    {
        Assert.True(Archive.IsArchive(Zip(("a", []))));
        Assert.True(Archive.IsArchive(Zip()));
        Assert.True(Archive.IsArchive(GzipOfNothing));
        Assert.False(Archive.IsArchive(Text("<a/>")));
        Assert.False(Archive.IsArchive(Text("PK is how this text begins")));
        Assert.False(Archive.IsArchive([0x1F]));
        Assert.False(Archive.IsArchive([]));
        Assert.Contains("neither a zip nor a gzip", Problem(Text("<a/>")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_without_a_file_is_a_problem()
    {
        Assert.Contains("holds no file", Problem(Zip()), StringComparison.Ordinal);
        Assert.Contains("holds no file", Problem(Zip(("sub/", []))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_in_an_archive_is_a_problem()
    {
        var inner = Zip(("a.xml", Text("<a/>")));

        Assert.Contains(
            "'in.zip' in it is an archive itself",
            Problem(Zip(("in.zip", inner))),
            StringComparison.Ordinal
        );
        Assert.Contains("is an archive itself", Problem(Zip(("in.xml", GzipOfNothing))), StringComparison.Ordinal);
        Assert.Contains("is an archive itself", Problem(Gzip(inner)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_there_twice_is_a_problem() =>
        Assert.Contains(
            "'a.xml' is in it more than once",
            Problem(Zip(("a.xml", Text("<a/>")), ("a.xml", Text("<b/>")))),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_name_with_control_characters_is_a_problem()
    {
        Assert.Contains("'a b' in it is no name", Problem(Zip(("a\nb", []))), StringComparison.Ordinal);
        Assert.Contains("'a b' in it is no name", Problem(Gzip(Text("<a/>"), "a\u001Bb")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_encrypted_file_is_a_problem()
    {
        var zip = Zip(("a.xml", Text("<a/>")));
        // Bit 0 of the flags, in the file's own header and in the directory's.
        zip[6] |= 1;
        zip[Central(zip) + 8] |= 1;

        Assert.Contains("'a.xml' in it is encrypted", Problem(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_holds_bytes_is_not_skipped() =>
        Assert.Equal(["sub/"], Unpacked(Zip(("sub/", Text("<a/>")))).Select(file => file.Name));

    [Theory]
    [InlineData(2u)]
    [InlineData(4_000u)]
    public void A_size_that_is_not_the_true_one_is_a_problem(uint told)
    {
        var zip = Zip(("a.xml", Text("<a/>")));
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(Central(zip) + 24), told);

        Assert.NotEmpty(Problem(zip));
    }

    private static string Problem(byte[] body)
    {
        var (files, problem) = Archive.Unpack(body);
        Assert.Null(files);
        return problem!;
    }

    private static IReadOnlyList<ArchivedFile> Unpacked(byte[] body)
    {
        var (files, problem) = Archive.Unpack(body);
        Assert.Null(problem);
        return files!;
    }
}
