namespace NotifyReceiver.EndToEndTests.Receiving;

internal static class WrongKey
{
    public const string Text = "wrong-key-that-nobody-accepts";
}
