namespace NotifyReceiver.EndToEndTests.Converting;

/// <summary>A body that is taken and cannot become an insert.</summary>
/// <param name="ContentType">As the sender says.</param>
/// <param name="Body">As it is sent.</param>
/// <param name="Reason">What the reason must name, so that an operator knows what to mend.</param>
internal sealed record Unconvertible(string ContentType, string Body, params string[] Reason);
