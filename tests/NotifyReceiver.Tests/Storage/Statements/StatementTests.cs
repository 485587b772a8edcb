using Dapper;
using NotifyReceiver.Storage.Statements;

namespace NotifyReceiver.Tests.Storage.Statements;

public sealed class StatementTests : IDisposable
{
    private readonly KeptConnection _connection = new() { ConnectionString = "Data Source=:memory:" };

    public StatementTests() => _connection.Open();

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Zapfsäule")]
    public void Text_is_bound_as_it_is(string? text)
    {
        var longer = text is { Length: > 0 } ? string.Concat(Enumerable.Repeat(text, 100)) : text;
        _connection.Execute("CREATE TABLE words (word TEXT)");
        foreach (var word in new[] { text, longer })
        {
            var insert = _connection.Prepared("INSERT INTO words VALUES (?1)");
            insert.Bind(1, word);
            insert.Run();
        }

        Assert.Equal([text, longer], _connection.Query<string?>("SELECT word FROM words ORDER BY rowid"));
    }
}
