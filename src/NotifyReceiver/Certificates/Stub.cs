// Stands in until the branches check and renew are merged: delete it then.
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Certificates.Renewing
{
    internal static class StubRen
    {
        public static IServiceCollection AddRenewal(
            this IServiceCollection s,
            NotifyReceiver.Certificates.Issuing.Options.AcmeOptions? o
        ) => s;
    }
}
