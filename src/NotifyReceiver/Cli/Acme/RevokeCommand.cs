using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Issuing.Accounts;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Certificates.Renewing;
using NotifyReceiver.Cli.Certificates.Changing;

namespace NotifyReceiver.Cli.Acme;

/// <summary><c>acme revoke</c>: a certificate that must not be trusted any more. Another one with another key takes its place first.</summary>
internal static class RevokeCommand
{
    private static readonly Dictionary<string, RevocationReason> Reasons = new(StringComparer.OrdinalIgnoreCase)
    {
        ["unspecified"] = RevocationReason.Unspecified,
        ["keyCompromise"] = RevocationReason.KeyCompromise,
        ["affiliationChanged"] = RevocationReason.AffiliationChanged,
        ["superseded"] = RevocationReason.Superseded,
        ["cessationOfOperation"] = RevocationReason.CessationOfOperation,
    };

    public static Command Create(IReadOnlyList<string> settings)
    {
        var name = new Argument<string>("NAME")
        {
            Description = "a host name or address of the certificate, which must be the one in use",
        };
        var reason = new Option<string>("--reason")
        {
            Description = "why it is revoked",
            DefaultValueFactory = _ => "unspecified",
        };
        reason.AcceptOnlyFromAmong([.. Reasons.Keys]);
        var alone = new Option<bool>("--without-replacement")
        {
            Description = "revokes it though no other takes its place: callers will refuse the webhook",
        };
        var command = new Command("revoke", "Puts a new certificate in use and revokes the one before.")
        {
            name,
            reason,
            alone,
        };
        command.SetAction(
            (parsed, stop) =>
                RunAsync(
                    settings,
                    parsed.GetValue(name)!,
                    Reasons[parsed.GetValue(reason)!],
                    parsed.GetValue(alone),
                    stop
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> settings,
        string name,
        RevocationReason reason,
        bool isAlone,
        CancellationToken stop
    )
    {
        await using var rooms = AcmeRooms.Open(settings);
        var names = NameArgument.Choose(rooms.Options, name).FirstOrDefault();
        if (names is null || rooms.Get<RenewalReading>().Of(names).Current is not { } revoked)
        {
            return await CommandLine.FailAsync($"there is no certificate by ACME for '{name}'", ExitCode.NotFound);
        }
        if (rooms.Options.All.FirstOrDefault(it => it.Directory.AbsoluteUri == revoked.Note.From) is not { } ca)
        {
            return await CommandLine.FailAsync($"{revoked.Note.From}, which has issued it, is not configured any more");
        }
        if (!isAlone)
        {
            var request = new IssuanceRequest(names, rooms.Options.First, revoked, TellsReplaced: false);
            if (await Attempt.RunAsync(rooms, request, stop) is IssuanceResult.Failed { Failure: var failure })
            {
                await CommandLine.FailAsync(
                    "nothing was revoked, because no other certificate came; --without-replacement revokes all the same"
                );
                return await Attempt.FailAsync(failure);
            }
        }
        if (await RevokeAsync(rooms, ca, revoked, reason, stop) is { Kind: not ProblemKind.AlreadyRevoked } problem)
        {
            return await Attempt.FailAsync(IssuanceFailure.Of("revoking the certificate", problem));
        }
        // A rollback must not find it.
        using (await WriteAccess.TakeAsync(rooms.Get<CertificateOptions>(), stop))
        {
            rooms.Get<LineageDirectory>().Open(LineageName.For(LineageName.Acme, names)).Forget(revoked);
        }
        await Console.Out.WriteLineAsync($"{revoked.Name} for {string.Join(", ", names)} is revoked");
        return ExitCode.Done;
    }

    private static async Task<AcmeProblem?> RevokeAsync(
        AcmeRooms rooms,
        CaOptions ca,
        Generation revoked,
        RevocationReason reason,
        CancellationToken stop
    )
    {
        using var leaf = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(revoked.CertificateFile, stop));
        using var held = await WriteAccess.TakeAsync(rooms.Get<CertificateOptions>(), stop);
        var (account, _) = await rooms.Get<AccountBook>().OpenAsync(ca, stop);
        using (account)
        {
            if (account is not null && await account.Client.RevokeAsync(leaf, reason, stop) is null)
            {
                return null;
            }
        }
        // Who has lost the account has its key.
        using var key = LeafKey.FromPem(await File.ReadAllTextAsync(revoked.KeyFile, stop))!;
        return await rooms.Get<CaClients>().For(ca).RevokeAsync(leaf, key, reason, stop);
    }
}
