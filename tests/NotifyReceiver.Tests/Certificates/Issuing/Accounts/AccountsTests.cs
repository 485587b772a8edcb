using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Simulators.Acme;
using NotifyReceiver.Simulators.Acme.Misbehaving;
using NotifyReceiver.Tests.Certificates.Issuing.Support;

namespace NotifyReceiver.Tests.Certificates.Issuing.Accounts;

/// <summary>Accounts on disk and at the CA, whatever breaks off between the two.</summary>
public sealed class AccountsTests
{
    [Fact]
    public async Task Registering_again_finds_the_account_of_the_key()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var one = world.Process();
        await using var two = world.Process();

        var (first, _) = await one.Accounts.RegisterAsync(world.Options.First, default);
        var (second, _) = await two.Accounts.RegisterAsync(world.Options.First, default);

        Assert.Equal(first!.Note.Address, second!.Note.Address);
        Assert.Single(world.First.Accounts);
    }

    [Fact]
    public async Task An_answer_that_was_lost_makes_no_second_account()
    {
        await using var world = await SimulatedCas.StartAsync();
        world.First.Misbehave(AcmeMisbehaviour.ResetAfter(AcmeCall.NewAccount));
        await using var process = world.Process();

        var (_, failure) = await process.Accounts.OpenAsync(world.Options.First, default);
        var (account, _) = await process.Accounts.OpenAsync(world.Options.First, default);

        Assert.Equal(ProblemKind.Unreachable, failure!.Problem);
        Assert.NotNull(account);
        Assert.Single(world.First.Accounts);
    }

    [Fact]
    public async Task Without_consent_nothing_is_registered_and_the_terms_are_linked()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var process = new Workbench(world.Directory, world.Options with { AgreesToTerms = false });

        var (account, failure) = await process.Accounts.OpenAsync(world.Options.First, default);

        Assert.Null(account);
        Assert.Equal(FailureKind.UserAction, failure!.Kind);
        Assert.Equal(world.First.Behaviour.TermsOfService, failure.Link);
        Assert.Empty(world.First.Accounts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_of_keys_that_broke_off_ends_as_the_CA_has_it(bool hasHeard)
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var process = world.Process();
        var (account, _) = await process.Accounts.OpenAsync(world.Options.First, default);
        world.First.Misbehave(
            hasHeard
                ? AcmeMisbehaviour.ResetAfter(AcmeCall.KeyChange)
                : AcmeMisbehaviour.ResetBefore(AcmeCall.KeyChange)
        );

        var failure = await process.Changes.RollOverAsync(account!, default);
        await using var restarted = world.Process();
        var (after, _) = await restarted.Accounts.OpenAsync(world.Options.First, default);

        Assert.Equal(ProblemKind.Unreachable, failure!.Problem);
        Assert.Equal(hasHeard, account!.Key.Thumbprint != after!.Key.Thumbprint);
        Assert.True((await after.Client.AccountAsync(default)).Came);
        Assert.Empty(Directory.GetFiles(world.Directory, "*.next", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Other_contacts_are_told_to_the_CA_once()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using (var process = world.Process())
        {
            await process.Accounts.OpenAsync(world.Options.First, default);
        }
        await using var changed = new Workbench(
            world.Directory,
            world.Options with
            {
                Contacts = ["other@example.org"],
            }
        );

        await changed.Accounts.OpenAsync(world.Options.First, default);
        var (account, _) = await changed.Accounts.OpenAsync(world.Options.First, default);

        var told = await account!.Client.AccountAsync(default);
        Assert.Equal(["mailto:other@example.org"], told.Value!.Contacts);
        Assert.Equal(2, world.First.CountOf(AcmeCall.Account));
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_is_named_and_not_replaced()
    {
        await using var world = await SimulatedCas.StartAsync();
        await using var process = world.Process();
        await process.Accounts.OpenAsync(world.Options.First, default);
        var file = Directory.GetFiles(world.Directory, "account.key", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(file, "not a key");

        var (account, failure) = await process.Accounts.OpenAsync(world.Options.First, default);

        Assert.Null(account);
        Assert.Equal(FailureKind.Machine, failure!.Kind);
        Assert.Contains(file, failure.Reason, StringComparison.Ordinal);
        Assert.Equal("not a key", await File.ReadAllTextAsync(file));
    }
}
