using Microsoft.Extensions.Primitives;

namespace NotifyReceiver.Certificates.Tls;

/// <summary>Tells browsers to come by HTTPS alone (RFC 6797); other callers ignore it.</summary>
internal static class HstsHeader
{
    private const int SecondsOfADay = 86400;

    public static void UseHstsHeader(this IApplicationBuilder app, TlsOptions options)
    {
        if (options.HstsDays == 0)
        {
            return;
        }
        StringValues value = $"max-age={options.HstsDays * SecondsOfADay}";
        app.Use(next =>
            context =>
            {
                if (context.Request.IsHttps)
                {
                    context.Response.Headers.StrictTransportSecurity = value;
                }
                return next(context);
            }
        );
    }
}
