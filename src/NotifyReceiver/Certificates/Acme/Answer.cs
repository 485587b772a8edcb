using System.Diagnostics.CodeAnalysis;
using NotifyReceiver.Certificates.Acme.Problems;

namespace NotifyReceiver.Certificates.Acme;

/// <summary>What a CA answered: a value, or why there is none. Take it apart as <c>var (order, problem)</c>.</summary>
internal sealed record Answer<T>
    where T : class
{
    private Answer(T? value, AcmeProblem? problem)
    {
        Value = value;
        Problem = problem;
    }

    /// <summary>Null exactly where there is a problem.</summary>
    public T? Value { get; }

    /// <summary>Null exactly where there is a value.</summary>
    public AcmeProblem? Problem { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Came => Value is not null;

    public static implicit operator Answer<T>(T value)
    {
        return new(value, problem: null);
    }

    public static implicit operator Answer<T>(AcmeProblem problem)
    {
        return new(value: null, problem);
    }

    /// <summary>What follows from the value; without one, the same problem.</summary>
    public Answer<TNext> Then<TNext>(Func<T, Answer<TNext>> next)
        where TNext : class => Came ? next(Value) : Problem;

    /// <inheritdoc cref="Then"/>
    public async Task<Answer<TNext>> ThenAsync<TNext>(Func<T, Task<Answer<TNext>>> next)
        where TNext : class => Came ? await next(Value) : Problem;

    public void Deconstruct(out T? value, out AcmeProblem? problem) => (value, problem) = (Value, Problem);
}
