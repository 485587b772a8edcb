using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace NotifyReceiver.Simulators.Petrosoft.Answering;

/// <summary>The named texts of a query or of a JSON body: each of the wanted ones once, no others.</summary>
internal sealed class Parameters
{
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The parameter that is wrong, null when all are right.</summary>
    public string? Faulty { get; private set; }
    public string What { get; private set; } = "";

    public string this[string name] => _values[name];

    public static Parameters FromQuery(string query, params IReadOnlyList<string> wanted)
    {
        var parameters = new Parameters();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            parameters.Add(pair.DecodeName().ToString(), pair.DecodeValue().ToString(), wanted);
        }

        parameters.Require(wanted);
        return parameters;
    }

    public static Parameters FromJson(ReadOnlyMemory<byte> body, params IReadOnlyList<string> wanted)
    {
        var parameters = new Parameters();
        try
        {
            using var document = JsonDocument.Parse(body, NoDuplicates);
            parameters.AddMembers(document.RootElement, wanted);
            parameters.Require(wanted);
        }
        catch (JsonException e)
        {
            parameters.Fault("body", $"is not valid JSON: {e.Message}");
        }

        return parameters;
    }

    /// <summary>A parameter as a whole number that is not below the least one.</summary>
    public int Number(string name, int least)
    {
        if (
            !int.TryParse(
                _values.GetValueOrDefault(name),
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var number
            )
            || number < least
        )
        {
            Fault(name, $"must be a whole number from {least} on");
        }

        return number;
    }

    private void AddMembers(JsonElement body, IReadOnlyList<string> wanted)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            Fault("body", "must be a JSON object");
            return;
        }

        foreach (var member in body.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.String)
            {
                Add(member.Name, member.Value.GetString()!, wanted);
            }
            else
            {
                Fault(member.Name, "must be a string");
            }
        }
    }

    private void Add(string name, string value, IReadOnlyList<string> wanted)
    {
        if (!wanted.Contains(name, StringComparer.Ordinal))
        {
            Fault(name, "is unknown");
        }
        else if (value.Length == 0)
        {
            Fault(name, "is empty");
        }
        else if (!_values.TryAdd(name, value))
        {
            Fault(name, "is there more than once");
        }
    }

    private void Require(IReadOnlyList<string> wanted)
    {
        foreach (var name in wanted.Where(name => !_values.ContainsKey(name)))
        {
            Fault(name, "is missing");
        }
    }

    /// <summary>The first fault is the one to tell.</summary>
    private void Fault(string name, string what)
    {
        if (Faulty is null)
        {
            (Faulty, What) = (name, what);
        }
    }
}
