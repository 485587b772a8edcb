using System.Text.Json.Nodes;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Signing;

namespace NotifyReceiver.Certificates.Acme.Transport;

/// <summary>Calls to one CA: its directory, kept for an hour, and signed requests with a nonce each.</summary>
internal sealed class CaCalls(HttpClient http, Uri directoryAddress, TimeProvider clock)
{
    private const int Tries = 15;

    private static readonly TimeSpan DirectoryAge = TimeSpan.FromHours(1);

    private readonly Exchange _exchange = new(http, clock);
    private readonly Nonces _nonces = new();
    private KeptDirectory? _kept;

    public async Task<Answer<AcmeDirectory>> DirectoryAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (_kept is { } kept && (now - kept.At).Duration() < DirectoryAge)
        {
            return kept.Directory;
        }
        var answer = await GetAsync(directoryAddress, cancel);
        var read = answer.Then(DirectoryReading.Of);
        if (read.Came)
        {
            _kept = new KeptDirectory(read.Value, now);
        }
        return read;
    }

    /// <summary>Unsigned. An answer that is no success is a problem.</summary>
    public async Task<Answer<Reply>> GetAsync(Uri address, CancellationToken cancel)
    {
        var answer = await _exchange.GetAsync(address, cancel);
        return answer.Then(Judge);
    }

    /// <param name="payload">Null asks for what is at the address.</param>
    public Task<Answer<Reply>> PostAsync(
        JwsSigner signer,
        Uri address,
        JsonObject? payload,
        CancellationToken cancel
    ) => PostAsync(signer, address, payload, accept: null, cancel);

    /// <summary>Signs anew with another nonce where the CA refuses one (RFC 8555 section 6.5); nothing else is sent again.</summary>
    /// <param name="payload">Null asks for what is at the address.</param>
    /// <param name="accept">The media type wanted; null: any.</param>
    public async Task<Answer<Reply>> PostAsync(
        JwsSigner signer,
        Uri address,
        JsonObject? payload,
        string? accept,
        CancellationToken cancel
    )
    {
        var left = Tries;
        while (true)
        {
            var (nonce, noNonce) = await NonceAsync(cancel);
            if (nonce is null)
            {
                return noNonce!;
            }
            var jws = Jws.Sign(signer, address, nonce, payload?.ToJsonString() ?? "");
            var (reply, lost) = await _exchange.PostAsync(address, jws.ToJsonString(), accept, cancel);
            if (reply is null)
            {
                return lost!;
            }
            var judged = Judge(reply);
            if (judged.Problem is not { Kind: ProblemKind.BadNonce } || --left == 0)
            {
                _nonces.Keep(reply.Nonce);
                return judged;
            }
            _nonces.Forget();
            _nonces.Keep(reply.Nonce);
        }
    }

    private async Task<(string? Nonce, AcmeProblem? Problem)> NonceAsync(CancellationToken cancel)
    {
        if (_nonces.Take() is { } unused)
        {
            return (unused, null);
        }
        var (directory, unknown) = await DirectoryAsync(cancel);
        if (directory is null)
        {
            return (null, unknown);
        }
        var (reply, lost) = await _exchange.HeadAsync(directory.NewNonce, cancel);
        return reply switch
        {
            null => (null, lost),
            { IsSuccess: false } => (null, ProblemReading.Of(reply)),
            { Nonce: null } => (null, ProblemReading.Garbage(reply, "the CA gave no nonce")),
            { Nonce: var nonce } => (nonce, null),
        };
    }

    private static Answer<Reply> Judge(Reply reply) => reply.IsSuccess ? reply : ProblemReading.Of(reply);

    private sealed record KeptDirectory(AcmeDirectory Directory, DateTimeOffset At);
}
