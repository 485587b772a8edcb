namespace NotifyReceiver.Documents;

/// <summary>Reads a document by what it is, not by what its content type says: senders get that wrong.</summary>
internal static class DocumentReader
{
    /// <summary>Deeper nesting is an attack or a mistake, and would cost stack.</summary>
    public const int DeepestNesting = 100;

    /// <summary>The document, or why these bytes are none.</summary>
    public static (Document? Document, string? Problem) Read(byte[] body) =>
        FirstCharacter(body) switch
        {
            '<' => XmlReading.Read(body),
            '{' or '[' => JsonReading.Read(body),
            null => (null, "the body is blank"),
            _ => (null, "the body is neither XML nor JSON: it begins with neither '<' nor '{' nor '['"),
        };

    // A UTF-16 text shows its first character beside a zero byte; byte order marks are above 0x7F.
    private static char? FirstCharacter(byte[] body)
    {
        foreach (var value in body)
        {
            if (
                value
                is not (
                    0
                    or (byte)' '
                    or (byte)'\t'
                    or (byte)'\r'
                    or (byte)'\n'
                    or 0xEF
                    or 0xBB
                    or 0xBF
                    or 0xFE
                    or 0xFF
                )
            )
            {
                return (char)value;
            }
        }
        return null;
    }
}
