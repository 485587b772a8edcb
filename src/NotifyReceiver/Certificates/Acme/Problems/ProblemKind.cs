namespace NotifyReceiver.Certificates.Acme.Problems;

/// <summary>What a caller may do something about. The types of RFC 8555 section 6.7 and what its successors added, and our own.</summary>
internal enum ProblemKind
{
    /// <summary>A type that this program does not know; its text says more.</summary>
    Other,

    /// <summary>No connection, it broke off, or nothing came in time. Whether the CA did what it was asked is not known.</summary>
    Unreachable,

    /// <summary>The CA's TLS certificate is not valid at the time of this machine's clock.</summary>
    ClockSuspect,

    /// <summary>The CA's TLS certificate is not trusted here.</summary>
    Untrusted,

    /// <summary>A 5xx, or <c>serverInternal</c>.</summary>
    ServerTrouble,

    /// <summary>The answer is not what the protocol foresees: HTML, cut JSON, too large, without an address that must be there.</summary>
    Garbage,

    /// <summary>The CA offers no such thing: no renewal information, no roll-over of keys.</summary>
    NotOffered,

    /// <summary>The CA did not understand the request.</summary>
    Malformed,

    BadNonce,
    RateLimited,
    AccountDoesNotExist,

    /// <summary>Somebody must visit the address in <see cref="AcmeProblem.Instance"/>, or agree to new terms.</summary>
    UserActionRequired,
    ExternalAccountRequired,
    Unauthorized,
    InvalidContact,
    UnsupportedContact,
    BadPublicKey,
    BadSignatureAlgorithm,

    RejectedIdentifier,
    UnsupportedIdentifier,
    Caa,
    InvalidProfile,
    AlreadyReplaced,
    OrderNotReady,
    BadCsr,

    /// <summary>The CA's validator could not connect to the name.</summary>
    Connection,
    Dns,
    Tls,
    IncorrectResponse,

    /// <summary>Several at once; see the subproblems.</summary>
    Compound,

    AlreadyRevoked,
    BadRevocationReason,

    /// <summary>404: what was asked for is not there (any more).</summary>
    NotFound,
}
