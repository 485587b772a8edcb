using System.Text.RegularExpressions;
using System.Xml;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.Api.Calls;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Petrosoft.Subscriptions;

/// <summary>
/// Confirms a subscription of Amazon SNS by calling the address that its confirmation message names. The message comes from
/// outside, so only Amazon's own SNS hosts are called, whatever it says.
/// </summary>
internal sealed partial class SubscriptionConfirmation(Exchange exchange)
{
    private const int LargestReply = 64 * 1024;
    private const string ArnElement = "SubscriptionArn";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    public async Task<Answer<Confirmed>> ConfirmAsync(Uri address, CancellationToken cancel)
    {
        if (!IsSns(address))
        {
            var host = address.IsAbsoluteUri
                ? PlainLine.Of(address.GetLeftPart(UriPartial.Scheme) + address.Host)
                : "it";
            return new Answer<Confirmed>.Refused(
                $"the address of the confirmation is not https on an SNS host (sns.<region>.amazonaws.com), so it is not called: {host}"
            );
        }
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var answer = await exchange.SendAsync(request, LargestReply, cancel);
        return answer.Then(Judge);
    }

    /// <summary>Whether the address is https, on its own port, on SNS of some region, and carries no user.</summary>
    public static bool IsSns(Uri address) =>
        address.IsAbsoluteUri
        && address.Scheme == Uri.UriSchemeHttps
        && address.IsDefaultPort
        && address.UserInfo.Length == 0
        && SnsHost().IsMatch(address.Host);

    private static Answer<Confirmed> Judge(Reply reply) =>
        reply switch
        {
            { IsSuccess: true } => new Answer<Confirmed>.Got(new Confirmed(ArnIn(reply.Body))),
            { Status: StatusCodes.Status408RequestTimeout or StatusCodes.Status429TooManyRequests }
            or { Status: < StatusCodes.Status400BadRequest or >= StatusCodes.Status500InternalServerError } =>
                new Answer<Confirmed>.Failed(reply.Detail, reply.RetryAfter),
            _ => new Answer<Confirmed>.Refused(
                $"{reply.Detail}: the token of the confirmation is no longer good; subscribe again"
            ),
        };

    private static string? ArnIn(byte[] body)
    {
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(body), Settings);
            return xml.ReadToFollowing(ArnElement) ? PlainLine.Of(xml.ReadElementContentAsString()) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // A region like us-gov-west-1; sns.s3-us-west-2.amazonaws.com would be somebody's bucket.
    [GeneratedRegex(
        @"\Asns\.[a-z]{2,4}(-[a-z]+)+-[0-9]+\.amazonaws\.com(\.cn)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex SnsHost();
}
