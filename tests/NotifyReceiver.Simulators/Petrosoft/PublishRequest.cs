namespace NotifyReceiver.Simulators.Petrosoft;

/// <summary>A document as testers publish it through the control API: its content as text or as base64.</summary>
internal sealed record PublishRequest
{
    public static readonly string[] Members =
    [
        "businessUnitId",
        "documentType",
        "directory",
        "fileName",
        "text",
        "base64",
    ];

    public string? BusinessUnitId { get; init; }
    public string? DocumentType { get; init; }
    public string? Directory { get; init; }
    public string? FileName { get; init; }
    public string? Text { get; init; }
    public byte[]? Base64 { get; init; }
}
