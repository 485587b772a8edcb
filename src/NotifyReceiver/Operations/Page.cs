using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using NotifyReceiver.Certificates.Status;

namespace NotifyReceiver.Operations;

/// <summary>The operator's page: what somebody must look after, and what is served. Without scripts, so it can be read by anything.</summary>
internal static class Page
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>NotifyReceiver</title>
        <style>
        body { font-family: system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-bottom: 1px solid #ccc; padding: .4rem .6rem; text-align: left; vertical-align: top; }
        .concern { color: #a40000; }
        </style>
        </head>
        <body>
        <h1>NotifyReceiver</h1>
        """;

    public static void MapPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/",
            (StatusReading reading) => Results.Text(Html(reading.Now()), MediaTypeNames.Text.Html, Encoding.UTF8)
        );

    internal static string Html(CertificateStatus status)
    {
        var page = new StringBuilder(Head);
        page.Append("<h2>Certificates</h2>");
        foreach (var concern in status.Concerns)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"concern\" role=\"alert\">{Safe(concern)}</p>");
        }
        page.Append("<table><tr><th>Names</th><th>Source</th><th>Valid until</th><th>Issuer</th><th>Next</th></tr>");
        foreach (var it in status.Certificates)
        {
            var names = string.Join(", ", it.Names) + (it.IsDefault ? " (default)" : "");
            page.Append("<tr>");
            Cell(page, names);
            Cell(page, $"{it.Source}: {it.From}");
            Cell(page, it.NotAfter.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
            Cell(page, it.Issuer);
            Cell(page, string.Join("; ", it.Warnings.Prepend(it.Next)));
            page.Append("</tr>");
        }
        page.Append("</table><p>More: <a href=\"/health/ready\">health</a>, <a href=\"/metrics\">metrics</a>, ");
        page.Append("<a href=\"/api/certificates\">certificates as JSON</a>.</p></body></html>");
        return page.ToString();
    }

    private static void Cell(StringBuilder page, string text) =>
        page.Append(CultureInfo.InvariantCulture, $"<td>{Safe(text)}</td>");

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
