using NotifyReceiver.Wording;

namespace NotifyReceiver.Dispatching;

/// <summary>What an operator reads where this program itself has failed at something.</summary>
internal static class FaultReason
{
    public static string Of(Exception fault) =>
        PlainLine.Of($"a fault of this program, please report it: {fault.GetType().Name}: {fault.Message}");
}
