namespace NotifyReceiver.Storage;

/// <summary>Tells a file that somebody has locked from one that cannot be opened.</summary>
internal static class LockFault
{
    // What the system says where somebody has locked the file: EWOULDBLOCK of Linux and of macOS, and Windows' sharing violation.
    public static bool IsHeld(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);
}
