using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Misbehaving;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Endpoints;

/// <summary>From a request to its answer, with all that was told to go wrong on the way.</summary>
internal sealed class AcmeEndpoints(CaLedger ledger, AcmeScript script)
{
    private readonly NonceBook _nonces = new();
    private readonly SignedCalls _signed = new(ledger);

    public async Task HandleAsync(HttpContext context, CancellationToken stopping)
    {
        var route = Route.Of(context.Request.Path.Value ?? "");
        var how = route is null ? null : Begin(route.Call);
        if (how?.Kind is AcmeMisbehaviourKind.Hang)
        {
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await Task.Delay(Timeout.Infinite, gone.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
        if (how?.Kind is AcmeMisbehaviourKind.ResetBefore or AcmeMisbehaviourKind.Hang)
        {
            context.Abort();
            return;
        }
        var reply = Instead(how) ?? await AnswerAsync(context, route);
        if (how?.Kind is AcmeMisbehaviourKind.ResetAfter)
        {
            context.Abort();
            return;
        }
        if (how?.Kind is not AcmeMisbehaviourKind.Answer && !ledger.Behaviour.IsDown)
        {
            GiveNonce(context, route);
        }
        reply = reply with { IsCutShort = how?.Kind is AcmeMisbehaviourKind.CutShort };
        await reply.SendAsync(context, ledger.Now);
    }

    private AcmeMisbehaviour? Begin(AcmeCall call)
    {
        lock (ledger.Gate)
        {
            ledger.Count(call);
        }
        return ledger.Behaviour.IsDown ? AcmeMisbehaviour.Unavailable(call) : script.Take(call);
    }

    private void GiveNonce(HttpContext context, Route? route)
    {
        if (HttpMethods.IsPost(context.Request.Method) || route?.Call is AcmeCall.NewNonce)
        {
            context.Response.Headers["Replay-Nonce"] = _nonces.Give();
        }
    }

    private static AcmeReply? Instead(AcmeMisbehaviour? how)
    {
        var reply = how?.Kind switch
        {
            AcmeMisbehaviourKind.Problem => AcmeReply.Of(
                new RefusalException(how.Status, how.Type, how.Detail) { Instance = how.Instance }
            ),
            AcmeMisbehaviourKind.Answer => AcmeReply.Text(how.Status, how.ContentType, how.Body) with
            {
                Location = how.Location,
            },
            _ => null,
        };
        return reply is null ? null : reply with { RetryAfter = how!.RetryAfter, RetryAsDate = how.RetryAsDate };
    }

    private async Task<AcmeReply> AnswerAsync(HttpContext context, Route? route)
    {
        try
        {
            CheckUserAgent(context);
            return route is null
                ? throw new RefusalException(404, "malformed", "there is no such thing here")
                : await AnswerRightlyAsync(context, route);
        }
        catch (RefusalException refusal)
        {
            if (refusal.IsViolation)
            {
                lock (ledger.Gate)
                {
                    ledger.Violations.Add($"{context.Request.Method} {context.Request.Path}: {refusal.Message}");
                }
            }
            return AcmeReply.Of(refusal);
        }
    }

    private async Task<AcmeReply> AnswerRightlyAsync(HttpContext context, Route route)
    {
        switch (route.Call)
        {
            case AcmeCall.Directory:
                return PublicCalls.Directory(ledger);
            case AcmeCall.NewNonce:
                return AcmeReply.Empty(HttpMethods.IsHead(context.Request.Method) ? 200 : 204);
            case AcmeCall.RenewalInfo:
                lock (ledger.Gate)
                {
                    return PublicCalls.RenewalInfo(ledger, route.Name);
                }
        }
        var address = new Uri(ledger.Base, context.Request.Path.Value);
        var request = await SignedRequest.ReadAsync(context, address, _nonces);
        await SettleAsync();
        lock (ledger.Gate)
        {
            return _signed.Answer(route, request, address);
        }
    }

    // What is asked about a validation is told when it is done, so that no test depends on how long it takes.
    private Task SettleAsync()
    {
        lock (ledger.Gate)
        {
            return Task.WhenAll(ledger.Authorizations.Select(each => each.Validation));
        }
    }

    private static void CheckUserAgent(HttpContext context)
    {
        if (context.Request.Headers.UserAgent.Count == 0)
        {
            throw RefusalException.Violation("there is no User-Agent (RFC 8555 section 6.1)");
        }
    }
}
