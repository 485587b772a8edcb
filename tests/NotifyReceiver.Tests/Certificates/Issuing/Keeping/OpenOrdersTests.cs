using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Issuing.Keeping;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Issuing.Keeping;

public sealed class OpenOrdersTests : IDisposable
{
    private const string Lineage = "acme-a.example-01234567";
    private static readonly Uri Ca = new("https://ca.example/directory");

    private readonly TemporaryDirectory _directory = new();
    private readonly AcmeFiles _files;
    private readonly OpenOrders _orders;

    public OpenOrdersTests()
    {
        _files = new AcmeFiles(CertificateOptions.In(_directory.Path));
        _orders = new OpenOrders(_files);
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_is_kept_is_found_by_the_next_process()
    {
        var order = Some();

        _orders.Keep(Lineage, isRehearsal: false, order);

        var found = new OpenOrders(_files).Of(Lineage, isRehearsal: false)!;
        Assert.Equal(order with { Names = found.Names }, found);
        Assert.Equal(order.Names, found.Names);
        Assert.Null(_orders.Of(Lineage, isRehearsal: true));
    }

    [Fact]
    public void What_is_forgotten_is_gone()
    {
        _orders.Keep(Lineage, isRehearsal: false, Some());

        _orders.Forget(Lineage, isRehearsal: false);
        _orders.Forget(Lineage, isRehearsal: false);

        Assert.Null(_orders.Of(Lineage, isRehearsal: false));
    }

    [Fact]
    public void One_that_cannot_be_read_counts_as_none()
    {
        _orders.Keep(Lineage, isRehearsal: false, Some());

        File.WriteAllText(_files.For(Lineage, "order"), """{"ca": "https://ca.ex""");

        Assert.Null(_orders.Of(Lineage, isRehearsal: false));
    }

    [Fact]
    public void It_holds_a_key_so_nobody_else_may_read_it_and_its_text_does_not_show_it()
    {
        _orders.Keep(Lineage, isRehearsal: false, Some());

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(_files.For(Lineage, "order"))
        );
        Assert.DoesNotContain("PRIVATE", $"{Some()}", StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_gone_on_with_only_at_its_CA_and_for_its_names()
    {
        Assert.True(Some().IsFor(Ca, ["B.example", "a.example"]));
        Assert.False(Some().IsFor(Ca, ["a.example"]));
        Assert.False(Some().IsFor(new Uri("https://other.example/directory"), ["a.example", "b.example"]));
    }

    private static OpenOrder Some() =>
        new(
            Ca,
            new Uri("https://ca.example/order/1"),
            ["a.example", "b.example"],
            new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
            "-----BEGIN PRIVATE KEY-----"
        );
}
