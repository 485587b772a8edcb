using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Petrosoft.Answering;

/// <summary>Either the refusal of a request or what answers it.</summary>
internal sealed record Judgement(Handled? Refusal, Func<Answer> Answer)
{
    public static Judgement Accepted(Func<Answer> answer) => new(null, answer);

    /// <summary>Refused because the caller does what it never should.</summary>
    public static Judgement Violation(int status, string parameter, string what) =>
        new(new(PetrosoftAnswers.Error(status, parameter, what), [$"{parameter}: {what}"]), Never);

    /// <summary>Refused as can happen to any caller.</summary>
    public static Judgement Refused(int status, string parameter, string what) =>
        new(new(PetrosoftAnswers.Error(status, parameter, what)), Never);

    private static Answer Never() => throw new InvalidOperationException("A refused request has no other answer.");
}
