namespace NotifyReceiver.Certificates.Acme.Leaves;

internal enum LeafKeyType
{
    Ec256,
    Ec384,
    Rsa2048,
    Rsa3072,
    Rsa4096,
}
