using System.Text.Json;

namespace NotifyReceiver.Simulators.Acme.Wire;

/// <summary>A request whose form and nonce are good; whose key signed it is for the endpoint to say.</summary>
/// <param name="Jws">Not verified yet.</param>
internal sealed record SignedRequest(Jws Jws, string? Accept)
{
    private const int LargestBody = 1024 * 1024;

    /// <summary>Whether it asks for what is at the address and sends nothing (RFC 8555 section 6.3).</summary>
    public bool IsPostAsGet => Jws.Payload.Length == 0;

    public static async Task<SignedRequest> ReadAsync(HttpContext context, Uri address, NonceBook nonces)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            throw RefusalException.Violation($"{request.Method} is not allowed here, only POST", status: 405);
        }
        if (request.ContentType != "application/jose+json")
        {
            throw RefusalException.Violation("the content type is not application/jose+json", status: 415);
        }
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        if (body.Length > LargestBody)
        {
            throw RefusalException.Violation("the body is too large", status: 413);
        }
        var jws = Jws.Read(Jws.Parse(body.ToArray()));
        CheckHeader(jws, address);
        // Not a violation: a nonce may have been lost with an answer, or be of a time before a restart.
        if (!nonces.Use(jws.Nonce!))
        {
            throw new RefusalException(400, "badNonce", "the nonce is not known, or was used before");
        }
        return new SignedRequest(jws, request.Headers.Accept);
    }

    public JsonElement Object()
    {
        var payload = Jws.Parse(Jws.Payload);
        return payload.ValueKind == JsonValueKind.Object
            ? payload
            : throw RefusalException.Violation("the payload is no JSON object");
    }

    public void NeedPostAsGet()
    {
        if (!IsPostAsGet)
        {
            throw RefusalException.Violation("the payload is to be empty: this can only be asked for");
        }
    }

    private static void CheckHeader(Jws jws, Uri address)
    {
        if (jws.Algorithm is not ("ES256" or "ES384" or "RS256"))
        {
            throw RefusalException.Violation($"{jws.Algorithm} is not taken here", "badSignatureAlgorithm");
        }
        if (jws.Nonce is null)
        {
            throw RefusalException.Violation("the protected header has no nonce", "badNonce");
        }
        if (jws.Url != address.AbsoluteUri)
        {
            throw RefusalException.Violation($"the signed url {jws.Url} is not {address}", "unauthorized", 403);
        }
        if (jws.Jwk is null == jws.KeyId is null)
        {
            throw RefusalException.Violation("the protected header needs either jwk or kid");
        }
    }
}
