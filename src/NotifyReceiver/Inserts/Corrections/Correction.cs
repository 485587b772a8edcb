namespace NotifyReceiver.Inserts.Corrections;

/// <summary>That a delivery may correct an earlier one, which ATIONET has, may have or will get.</summary>
/// <param name="Reason">In words, for the operator who decides.</param>
internal sealed record Correction(InsertId Earlier, string Reason);
