using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Issuing.Keeping;

namespace NotifyReceiver.Tests.Certificates.Issuing.Keeping;

public sealed class FailedValidationsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Four_in_an_hour_are_enough_for_a_name()
    {
        var three = Failing("a.example", 50, 40, 30);
        var four = three.With("A.example", ChallengeType.Http01, Now.AddMinutes(-10));

        Assert.Null(three.WaitFor(["a.example"], Now));
        Assert.Equal(TimeSpan.FromMinutes(10), four.WaitFor(["b.example", "a.example"], Now));
        Assert.Null(four.WaitFor(["b.example"], Now));
        Assert.Null(four.WaitFor(["a.example"], Now.AddMinutes(10)));
    }

    [Fact]
    public void After_more_than_four_the_wait_ends_when_only_three_are_left_in_the_hour()
    {
        var five = Failing("a.example", 50, 40, 30, 20, 10);

        Assert.Equal(TimeSpan.FromMinutes(20), five.WaitFor(["a.example"], Now));
    }

    [Fact]
    public void Those_from_the_future_do_not_count()
    {
        var ahead = Failing("a.example", -50, -50, -50, -50);

        Assert.Null(ahead.WaitFor(["a.example"], Now));
    }

    [Fact]
    public void The_old_ones_are_forgotten()
    {
        var old = Failing("a.example", 60 * 24 * 4);

        Assert.Single(old.With("b.example", ChallengeType.Http01, Now).All);
    }

    [Fact]
    public void The_next_challenge_is_one_that_did_not_fail_lately_or_else_the_one_that_failed_longest_ago()
    {
        ChallengeType[] preferred = [ChallengeType.TlsAlpn01, ChallengeType.Http01, ChallengeType.Dns01];

        var one = FailedValidations.None.With("a.example", ChallengeType.TlsAlpn01, Now.AddHours(-3));
        var all = one.With("a.example", ChallengeType.Dns01, Now.AddHours(-2))
            .With("a.example", ChallengeType.Http01, Now.AddHours(-1));

        Assert.Equal(preferred, FailedValidations.None.InOrder("a.example", preferred, Now));
        Assert.Equal(
            [ChallengeType.Http01, ChallengeType.Dns01, ChallengeType.TlsAlpn01],
            one.InOrder("a.example", preferred, Now)
        );
        Assert.Equal(
            [ChallengeType.TlsAlpn01, ChallengeType.Dns01, ChallengeType.Http01],
            all.InOrder("a.example", preferred, Now)
        );
        Assert.Equal(preferred, all.InOrder("b.example", preferred, Now));
        Assert.Equal(preferred, all.InOrder("a.example", preferred, Now.AddDays(4)));
    }

    private static FailedValidations Failing(string name, params double[] minutesAgo) =>
        new([.. minutesAgo.Select(ago => new FailedValidation(name, ChallengeType.TlsAlpn01, Now.AddMinutes(-ago)))]);
}
