namespace NotifyReceiver.Certificates.Acme.Problems;

/// <summary>Problems as people read them at night: what is wrong, what the CA said, what to do.</summary>
internal static class ProblemWords
{
    public static string Of(AcmeProblem problem) => problem.Detail;
}
