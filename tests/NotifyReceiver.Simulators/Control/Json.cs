using System.Text.Encodings.Web;
using System.Text.Json;

namespace NotifyReceiver.Simulators.Control;

internal static class Json
{
    /// <summary>Strict about what is read, readable in what is written.</summary>
    public static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Strict)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = false,
    };

    public static readonly JsonSerializerOptions Indented = new(Strict) { WriteIndented = true };
}
