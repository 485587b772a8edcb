using System.Diagnostics;

namespace NotifyReceiver.Petrosoft.Api;

/// <summary>One answer of a remote host: a value, or why there is none. A closed set.</summary>
internal abstract record Answer<T>
{
    private Answer(string? reason) => Reason = reason;

    /// <summary>Why there is no value; null where there is one.</summary>
    public string? Reason { get; }

    /// <summary>What follows from the value; without one, the same reason.</summary>
    public abstract Answer<TNext> Then<TNext>(Func<T, Answer<TNext>> next);

    public virtual Task<Answer<TNext>> ThenAsync<TNext>(Func<T, Task<Answer<TNext>>> next) =>
        Task.FromResult(Then<TNext>(_ => throw new UnreachableException()));

    internal sealed record Got(T Value) : Answer<T>(reason: null)
    {
        public override Answer<TNext> Then<TNext>(Func<T, Answer<TNext>> next) => next(Value);

        public override Task<Answer<TNext>> ThenAsync<TNext>(Func<T, Task<Answer<TNext>>> next) => next(Value);
    }

    /// <summary>The host knows nothing under this name.</summary>
    internal sealed record Missing(string Detail) : Answer<T>(Detail)
    {
        public override Answer<TNext> Then<TNext>(Func<T, Answer<TNext>> next) => new Answer<TNext>.Missing(Detail);
    }

    /// <summary>It did not work, and may work later.</summary>
    /// <param name="RetryAfter">How long the host asked to be left alone.</param>
    internal sealed record Failed(string Detail, TimeSpan? RetryAfter = null) : Answer<T>(Detail)
    {
        public override Answer<TNext> Then<TNext>(Func<T, Answer<TNext>> next) =>
            new Answer<TNext>.Failed(Detail, RetryAfter);
    }

    /// <summary>It will not work as it stands; asking again would change nothing.</summary>
    internal sealed record Refused(string Detail) : Answer<T>(Detail)
    {
        public override Answer<TNext> Then<TNext>(Func<T, Answer<TNext>> next) => new Answer<TNext>.Refused(Detail);
    }

    /// <summary>The login or its password is refused: nobody should go on asking, because accounts lock.</summary>
    internal sealed record AccountRefused(string Detail) : Answer<T>(Detail)
    {
        public override Answer<TNext> Then<TNext>(Func<T, Answer<TNext>> next) =>
            new Answer<TNext>.AccountRefused(Detail);
    }
}
