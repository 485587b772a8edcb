namespace NotifyReceiver.Wording;

/// <summary>Finds the name that a misspelt one was probably meant to be, for messages to people.</summary>
internal static class NearestName
{
    private const int MostEdits = 3;

    /// <summary><c>"; did you mean X?"</c>, or nothing when no name comes close.</summary>
    public static string Suggest(string wrong, IEnumerable<string> names)
    {
        var nearest = names
            .Select(name => (Name: name, Edits: Edits(wrong.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Edits)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Edits <= MostEdits ? $"; did you mean {nearest.Name}?" : "";
    }

    // Levenshtein distance, one row at a time.
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
