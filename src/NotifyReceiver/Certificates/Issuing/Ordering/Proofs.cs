using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Acme.Signing;
using NotifyReceiver.Certificates.Challenges;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Certificates.Issuing.Ordering;

/// <summary>Puts the answer to a challenge where the CA's validators look for it, and takes it away again.</summary>
internal sealed class Proofs(ChallengeAnswers answers, AcmeOptions options, TimeProvider clock, ILogger<Proofs> log)
{
    /// <summary>Takes the answer away when disposed. Else why it could not be put there, in words.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It could not be written.</exception>
    public async Task<(IAsyncDisposable? Proof, string? Problem)> PutAsync(
        Identifier name,
        Challenge challenge,
        AccountKey key,
        CancellationToken cancel
    )
    {
        var keyAuthorization = KeyAuthorization.Of(challenge.Token, key);
        switch (challenge.Type)
        {
            case ChallengeType.Http01:
                return (new Waiting(answers.Put(challenge.Token, keyAuthorization)), null);
            case ChallengeType.TlsAlpn01:
                using (var shown = TlsAlpn01.CreateCertificate(name, keyAuthorization, clock.GetUtcNow()))
                {
                    return (new Waiting(answers.Put(TlsAlpn01.ServerName(name), shown)), null);
                }
            default:
                var record = new Record(
                    new DnsHook(options.Challenges.DnsHook!, clock),
                    Dns01.RecordName(name),
                    Dns01.RecordValue(keyAuthorization),
                    log
                );
                return await AddAsync(record, cancel);
        }
    }

    private async Task<(IAsyncDisposable? Proof, string? Problem)> AddAsync(Record record, CancellationToken cancel)
    {
        try
        {
            if (await record.AddAsync(cancel) is { } problem)
            {
                return (null, problem);
            }
            await Task.Delay(options.Challenges.DnsWait, clock, cancel);
            return (record, null);
        }
        catch (OperationCanceledException)
        {
            await record.DisposeAsync();
            throw;
        }
    }

    private sealed class Waiting(IDisposable answer) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            answer.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Record(DnsHook hook, string name, string value, ILogger log) : IAsyncDisposable
    {
        public Task<string?> AddAsync(CancellationToken cancel) => hook.AddAsync(name, value, cancel);

        // Also while the program stops: what is left in the zone nobody would take out.
        public async ValueTask DisposeAsync()
        {
            if (await hook.RemoveAsync(name, value, CancellationToken.None) is { } problem)
            {
                log.RecordLeft(name, problem);
            }
        }
    }
}
