using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Notifications.Shapes.Amazon;

/// <summary>
/// Checks the one address that is taken from a body, before it is called: it must lead to Amazon SNS and confirm the very
/// topic that was expected, or a caller could choose hosts and topics.
/// </summary>
internal static partial class SubscribeUrl
{
    /// <summary>The address, or why it is not called. It is not repeated, for it holds a secret.</summary>
    public static (Uri? Confirm, string? Problem) Check(string? text, string topic)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            return (null, "is missing or no address; have the sender subscribe again");
        }
        return Objection(url, topic) is { } problem
            ? (null, $"{problem}; it is not called, and a subscription that is wanted has to be made anew")
            : (url, null);
    }

    private static string? Objection(Uri url, string topic)
    {
        if (url.Scheme != Uri.UriSchemeHttps || !url.IsDefaultPort || url.UserInfo.Length > 0)
        {
            return "is not plain https on its usual port";
        }
        if (!AmazonSns().IsMatch(url.Host))
        {
            return $"its host {PlainLine.Quote(url.Host)} is not Amazon SNS's (sns.<region>.amazonaws.com)";
        }
        var query = QueryHelpers.ParseQuery(url.Query);
        if (url.AbsolutePath != "/" || Single("Action") != "ConfirmSubscription" || Single("Token") is null or "")
        {
            return "does not ask Amazon SNS to confirm a subscription";
        }
        return Single("TopicArn") == topic ? null : "confirms another topic than TopicArn names";

        string? Single(string name) => query.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;
    }

    [GeneratedRegex(@"\Asns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AmazonSns();
}
