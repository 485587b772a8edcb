using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Calls;

namespace NotifyReceiver.Tests.Ationet.Calls;

/// <summary>What an answer means: the table of the facts, row by row.</summary>
public sealed class ReplyTests
{
    [Theory]
    [InlineData(200, """{"ResponseCode":"00000","ResponseMessage":"Operation Succeeded"}""", "accepted")]
    [InlineData(201, """{"ResponseCode":"00000"}""", "accepted")]
    [InlineData(200, """{"ResponseCode":0}""", "accepted")]
    [InlineData(200, """{"ResponseCode":"10000","ResponseMessage":"with Warnings"}""", "accepted-with-warnings")]
    [InlineData(200, """{"ResponseCode":"40005"}""", "refused")]
    [InlineData(200, """{"ResponseCode":"52501"}""", "credentials-refused")]
    [InlineData(200, """{"ResponseCode":"50000"}""", "unknown")]
    [InlineData(200, """{"ResponseCode":""}""", "unknown")]
    [InlineData(200, """{"ResponseCode":null}""", "unknown")]
    [InlineData(200, """{"Message":"hello"}""", "unknown")]
    [InlineData(200, """["00000"]""", "unknown")]
    [InlineData(200, "\"00000\"", "unknown")]
    [InlineData(200, "<html>", "unknown")]
    [InlineData(200, """{"ResponseCode":"000""", "unknown")]
    [InlineData(204, "", "unknown")]
    [InlineData(302, "", "unknown")]
    [InlineData(307, """{"ResponseCode":"00000"}""", "unknown")]
    [InlineData(400, """{"ResponseCode":"40000"}""", "refused")]
    [InlineData(400, """{"ResponseCode":"30000"}""", "credentials-refused")]
    [InlineData(400, "", "refused")]
    [InlineData(401, """{"ResponseCode":"52501","ResponseMessage":"User Not Allowed"}""", "credentials-refused")]
    [InlineData(403, "", "credentials-refused")]
    [InlineData(404, "<html>", "transient")]
    [InlineData(404, """{"ResponseCode":"40005"}""", "refused")]
    [InlineData(405, "", "transient")]
    [InlineData(408, "", "transient")]
    [InlineData(409, """{"ResponseCode":"40000"}""", "conflict")]
    [InlineData(422, "", "refused")]
    [InlineData(429, "", "throttled")]
    [InlineData(429, """{"ResponseCode":"30000"}""", "throttled")]
    [InlineData(500, """{"ResponseCode":"50000"}""", "unknown")]
    [InlineData(502, "<html>", "unknown")]
    [InlineData(504, "", "unknown")]
    [InlineData(503, "", "transient")]
    [InlineData(101, "", "unknown")]
    [InlineData(999, """{"ResponseCode":"00000"}""", "unknown")]
    [InlineData(200, """{"ResponseCode":"00000","ResponseMessage":"\ud800"}""", "accepted")]
    [InlineData(200, """{"ResponseCode":"\ud800"}""", "unknown")]
    public void An_answer_is_judged_by_status_and_code(int status, string body, string outcome) =>
        Assert.Equal(outcome, new Reply(status, body, Problem: null, RetryAfter: null).ToOutcome().Name);

    [Fact]
    public void A_message_of_the_host_cannot_write_lines_of_its_own() =>
        Assert.Equal(
            "HTTP 400, ResponseCode 40000: bad info: forged",
            new Reply(400, """{"ResponseCode":"40000","ResponseMessage":"bad\ninfo: forged"}""", Problem: null, null)
                .ToOutcome()
                .Detail
        );

    [Fact]
    public void The_operator_reads_status_code_and_message() =>
        Assert.Equal(
            "HTTP 400, ResponseCode 40005: Invalid Terminal Code",
            new Reply(
                400,
                """{"ResponseCode":"40005","ResponseMessage":"Invalid Terminal Code"}""",
                Problem: null,
                null
            )
                .ToOutcome()
                .Detail
        );

    [Fact]
    public void What_is_not_all_of_a_reply_says_so() =>
        Assert.Equal(
            "HTTP 200 without a ResponseCode; the reply was cut off",
            new Reply(200, """{"Respon""", Problem: "was cut off", RetryAfter: null).ToOutcome().Detail
        );

    [Theory]
    [InlineData("no user me@example.com:s3cret!", "no user me@example.com:***")]
    [InlineData("Basic bWVAZXhhbXBsZS5jb206czNjcmV0IQ== is not known", "Basic *** is not known")]
    public void A_host_that_repeats_the_password_is_not_quoted_with_it(string said, string quoted)
    {
        var body = $$"""{"ResponseCode":"30000","ResponseMessage":"{{said}}"}""";

        var outcome = new Reply(401, body, Problem: null, RetryAfter: null)
        {
            Sender = new Credentials("me@example.com", "s3cret!"),
        }.ToOutcome();

        Assert.Equal($"HTTP 401, ResponseCode 30000: {quoted}", outcome.Detail);
    }
}
