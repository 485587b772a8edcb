namespace NotifyReceiver.Ationet;

/// <summary>How the password travels. ATIONET's own software sends it as plain text after "Basic".</summary>
internal enum AuthorizationForm
{
    /// <summary><c>Basic user:password</c>, as ATIONET's SDK and documents have it.</summary>
    Plain,

    /// <summary><c>Basic</c> with Base64, as RFC 7617 has it.</summary>
    Base64,
}
