using NotifyReceiver.Certificates.Issuing.Accounts;
using NotifyReceiver.Certificates.Issuing.Keeping;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Certificates.Issuing.Ordering;

namespace NotifyReceiver.Certificates.Issuing;

internal static class IssuingServices
{
    /// <summary>Needs besides: the certificates' options, their lineages, the answers to challenges, a clock and logging.</summary>
    public static IServiceCollection AddIssuing(this IServiceCollection services, AcmeOptions options) =>
        services
            .AddSingleton(options)
            .AddSingleton<AcmeFiles>()
            .AddSingleton<OpenOrders>()
            .AddSingleton<FailedValidationFile>()
            .AddSingleton<AccountFiles>()
            .AddSingleton<CaClients>()
            .AddSingleton<AccountChanges>()
            .AddSingleton<AccountBook>()
            .AddSingleton<Polling>()
            .AddSingleton<Proofs>()
            .AddSingleton<ChallengeChoice>()
            .AddSingleton<Proving>()
            .AddSingleton<Placing>()
            .AddSingleton<Finalizing>()
            .AddSingleton<OrderDesk>()
            .AddSingleton<OrderRun>()
            .AddSingleton<Commitment>()
            .AddSingleton<Issuance>();
}
