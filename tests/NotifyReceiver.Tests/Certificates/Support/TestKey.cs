namespace NotifyReceiver.Tests.Certificates.Support;

/// <summary>The kinds of keys that certificates of tests have.</summary>
internal enum TestKey
{
    P256,
    P384,
    P521,
    P224,
    Secp256k1,
    Rsa1024,
    Rsa2048,
    Rsa3072,
    Rsa4096,
}
