using System.Net;
using System.Text.RegularExpressions;

namespace NotifyReceiver.Simulators.Acme.Ledger;

/// <summary>An identifier of an order.</summary>
/// <param name="Type"><c>dns</c> or <c>ip</c>.</param>
internal sealed partial record LedgerName(string Type, string Value)
{
    public bool IsWildcard => Value.StartsWith("*.", StringComparison.Ordinal);

    public bool IsAddress => Type == "ip";

    public string Bare => IsWildcard ? Value[2..] : Value;

    /// <summary>Whether it is written as the specifications want it.</summary>
    public bool IsWellFormed =>
        IsAddress
            ? IPAddress.TryParse(Value, out var address) && address.ToString() == Value
            : Host().IsMatch(Value) && Value.Length <= 253;

    public object ToWire() => new { type = Type, value = Value };

    [GeneratedRegex(
        @"^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Host();
}
