namespace NotifyReceiver.Benchmarks.Measuring;

/// <summary>Columns that line up, the first to the left and all others to the right.</summary>
internal sealed class Table(params IReadOnlyList<string> heads)
{
    private readonly List<IReadOnlyList<string>> _lines = [heads];

    public void Add(params IReadOnlyList<string> cells) => _lines.Add(cells);

    public override string ToString()
    {
        var widths = heads.Select((_, column) => _lines.Max(line => line[column].Length)).ToList();
        return string.Join(
            '\n',
            _lines.Select(line =>
                string.Join(
                    "  ",
                    line.Select(
                        (cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])
                    )
                )
            )
        );
    }
}
