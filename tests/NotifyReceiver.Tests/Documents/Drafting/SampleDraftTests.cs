using NotifyReceiver.Documents;
using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents.Drafting;

public sealed class SampleDraftTests
{
    /// <summary>What the built-in profiles make of the samples is worked by hand in MappingTests.</summary>
    [Theory]
    [InlineData(Samples.FuelInvoice)]
    [InlineData(Samples.TankReadings)]
    [InlineData(Samples.TankProductMovement)]
    [InlineData(Samples.StickReadings)]
    public void The_draft_makes_the_same_rows_as_the_built_in_profile(string sample)
    {
        var document = Samples.Bytes(sample);
        var draft = Drafts.ProfileOf(Drafts.Read(document));

        var drafted = Rows([draft], document);

        Assert.Equal(2, drafted.Count);
        Assert.Equal(Rows(ProfileLibrary.BuiltIn(), document), drafted);
    }

    [Theory]
    [InlineData(Samples.FuelInvoice, Samples.ChargesOnly)]
    [InlineData(Samples.ChargesOnly, Samples.FuelInvoice)]
    public void The_draft_of_one_invoice_recognises_the_other(string example, string other) =>
        Assert.True(
            Drafts.Recognises(Drafts.ProfileOf(Drafts.Read(Samples.Bytes(example))), Drafts.Read(Samples.Bytes(other)))
        );

    [Theory]
    [InlineData(Samples.StickReadings, Samples.TankProductMovement)]
    [InlineData(Samples.TankProductMovement, Samples.StickReadings)]
    public void The_draft_of_one_movement_report_does_not_recognise_the_other(string example, string other) =>
        Assert.False(
            Drafts.Recognises(Drafts.ProfileOf(Drafts.Read(Samples.Bytes(example))), Drafts.Read(Samples.Bytes(other)))
        );

    private static List<string> Rows(IReadOnlyList<Profile> profiles, byte[] document)
    {
        var mapped = new DocumentMapper(new ProfileLibrary(profiles), TestSites.Read(TestSites.Json)).Map(
            document,
            new DocumentSource()
        );
        return [.. Assert.IsType<Mapped.Rows>(mapped).All.Select(row => $"{row.Kind} {row.ToJson()}")];
    }
}
