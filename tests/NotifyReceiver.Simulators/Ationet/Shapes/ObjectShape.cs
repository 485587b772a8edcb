using System.Text.Json;

namespace NotifyReceiver.Simulators.Ationet.Shapes;

/// <summary>The members of a JSON object: these and no others, those that are always there in this order.</summary>
internal sealed class ObjectShape(params IReadOnlyList<Member> members)
{
    private readonly HashSet<string> _known = [.. members.Select(member => member.Name)];
    private readonly string[] _order = [.. members.Where(member => member.IsAlwaysThere).Select(member => member.Name)];

    public void Check(JsonElement value, string path, Problems problems)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            problems.Add(path.Length == 0 ? "body" : path, $"must be an object, is {value.ValueKind}");
            return;
        }

        foreach (var name in Names(value).Where(name => !_known.Contains(name)))
        {
            problems.Add(Field(path, name), "is unknown");
        }

        foreach (var member in members)
        {
            member.Check(value, path, problems);
        }

        CheckOrder(value, path, problems);
    }

    private void CheckOrder(JsonElement value, string path, Problems problems)
    {
        string[] present = [.. Names(value).Where(_order.Contains)];
        var misplaced = present.Zip(_order.Where(present.Contains)).FirstOrDefault(pair => pair.First != pair.Second);
        if (misplaced != default)
        {
            problems.Add(Field(path, misplaced.First), $"is out of order: {misplaced.Second} comes here");
        }
    }

    private static IEnumerable<string> Names(JsonElement value) =>
        value.EnumerateObject().Select(property => property.Name);

    private static string Field(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
