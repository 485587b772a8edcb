using NotifyReceiver.Certificates.Acme.Problems;

namespace NotifyReceiver.Tests.Certificates.Acme.Problems;

public sealed class ProblemWordsTests
{
    [Fact]
    public void A_line_says_what_is_wrong_what_was_said_and_what_to_do()
    {
        var problem = new AcmeProblem(ProblemKind.Connection, "Timeout during connect (likely firewall problem)")
        {
            Type = "urn:ietf:params:acme:error:connection",
            Status = 400,
            Request = "POST https://ca.example/challenge/1",
            RetryAfter = TimeSpan.FromMinutes(30),
        };

        Assert.Equal(
            "the CA could not connect to the name: Timeout during connect (likely firewall problem); "
                + "the CA asks to be left alone for 30 min; "
                + "check that the name leads to this machine and that the port is open to the internet "
                + "(connection, HTTP 400, POST https://ca.example/challenge/1)",
            problem.InWords
        );
    }

    [Fact]
    public void Every_kind_has_its_words()
    {
        foreach (var kind in Enum.GetValues<ProblemKind>())
        {
            var words = new AcmeProblem(kind, "").InWords;

            Assert.Equal(kind is ProblemKind.Other, words == "the CA refused");
        }
    }

    [Fact]
    public void What_a_CA_wrote_stays_in_one_line_without_control_characters()
    {
        var sent = new WireProblem(
            "urn:ietf:params:acme:error:dns",
            Title: null,
            "first\r\nsecond\u001b[31m \u202Ereversed\u2028third" + new string('x', 5000),
            Instance: "javascript:alert(1)",
            Subproblems: null,
            Identifier: null
        );

        var problem = sent.ToProblem();

        Assert.StartsWith("first second [31m reversed third", problem.Detail, StringComparison.Ordinal);
        Assert.InRange(problem.Detail.Length, 900, 1001);
        Assert.Null(problem.Instance);
    }
}
