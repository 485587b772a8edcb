namespace NotifyReceiver.Simulators.Ationet.Answering;

/// <summary>The response codes that the simulator answers with.</summary>
internal static class AtionetCodes
{
    public const string Succeeded = "00000";
    public const string SucceededWithWarnings = "10000";
    public const string InvalidUser = "30000";
    public const string InvalidRequest = "40000";
    public const string InvalidActionCode = "40001";
    public const string InvalidSubscriberCode = "40002";
    public const string InvalidTerminalCode = "40005";
    public const string InvalidDateFrom = "40009";
    public const string InvalidDateTo = "40010";
    public const string InvalidMessageVersion = "40030";
    public const string InvalidSystemModel = "40031";
    public const string InvalidSystemVersion = "40032";
    public const string InvalidProtocol = "40033";
    public const string InternalError = "50000";
    public const string UserNotAllowed = "52501";

    public static string MessageFor(string code) =>
        code switch
        {
            Succeeded => "Operation Succeeded",
            SucceededWithWarnings => "Operation Succeeded with Warnings",
            InvalidUser => "Invalid User Name or Password",
            InvalidRequest => "Invalid Request",
            InvalidActionCode => "Invalid Action Code",
            InvalidSubscriberCode => "Invalid Subscriber Code",
            InvalidTerminalCode => "Invalid Terminal Code",
            InvalidDateFrom => "Invalid Date From",
            InvalidDateTo => "Invalid Date To",
            InvalidMessageVersion => "Invalid Message Version",
            InvalidSystemModel => "Invalid System Model",
            InvalidSystemVersion => "Invalid System Version",
            InvalidProtocol => "Invalid Protocol",
            InternalError => "Internal Server Error",
            UserNotAllowed => "User Not Allowed",
            _ => "Simulated",
        };
}
