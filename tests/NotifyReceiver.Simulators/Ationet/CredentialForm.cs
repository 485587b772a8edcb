namespace NotifyReceiver.Simulators.Ationet;

/// <summary>How user and password stand behind "Basic" in the Authorization header.</summary>
public enum CredentialForm
{
    /// <summary>As they are, the way ATIONET's own SDK sends them.</summary>
    Plain,

    /// <summary>RFC 7617: base64 of their UTF-8 bytes.</summary>
    Base64,
}
