namespace NotifyReceiver.Cli;

/// <summary>What a command tells the script that called it.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int NotFound = 3;
    public const int Unreachable = 4;
}
