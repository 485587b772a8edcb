using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage.Statements;

namespace NotifyReceiver.Tests.Storage.Statements;

public sealed class KeptConnectionTests : IDisposable
{
    private const string Insert = "INSERT INTO words (id, word) VALUES (@id, @word)";
    private const string Words = "SELECT word FROM words ORDER BY id";

    private readonly KeptConnection _connection = new() { ConnectionString = "Data Source=:memory:" };

    public KeptConnectionTests()
    {
        _connection.Open();
        _connection.Execute("CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT)");
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void A_statement_is_prepared_once()
    {
        var first = _connection.Take(Words);
        _connection.PutBack(first);

        Assert.Same(first, _connection.Take(Words));
    }

    [Fact]
    public void Each_run_has_its_own_values()
    {
        Add(1, "one");
        Add(2, null);
        Add(3, "three");

        Assert.Equal(["one", null, "three"], All());
    }

    [Fact]
    public void Several_statements_in_one_text_all_run_each_time()
    {
        const string both = $"{Insert}; UPDATE words SET word = word || '!' WHERE id = @id";

        _connection.Execute(both, new { id = 1, word = "one" });
        _connection.Execute(both, new { id = 2, word = "two" });

        Assert.Equal(["one!", "two!"], All());
    }

    [Fact]
    public void The_same_text_can_run_inside_itself()
    {
        Add(1, "one");
        Add(2, "two");

        var pairs = _connection
            .Query<string>(Words, buffered: false)
            .SelectMany(outer => All().Select(inner => $"{outer} {inner}"))
            .ToList();

        Assert.Equal(["one one", "one two", "two one", "two two"], pairs);
        Assert.Equal(["one", "two"], All());
    }

    [Fact]
    public void What_was_left_half_read_begins_anew_and_holds_up_no_commit()
    {
        Add(1, "one");
        Add(2, "two");

        _connection.Execute("BEGIN IMMEDIATE");
        Assert.Equal("one", _connection.QueryFirst<string>(Words));
        Add(3, "three");
        _connection.Execute("COMMIT");

        Assert.Equal(["one", "two", "three"], All());
    }

    [Fact]
    public void After_a_fault_it_runs_as_if_nothing_had_been()
    {
        Add(1, "one");

        Assert.Throws<SqliteException>(() => Add(1, "again"));
        Assert.Throws<InvalidOperationException>(() => _connection.Execute(Insert, new { id = 2 }));

        Add(2, "two");
        Assert.Equal(["one", "two"], All());
    }

    [Fact]
    public void Lists_of_values_may_differ_in_length()
    {
        Add(1, "one");
        Add(2, "two");

        Assert.Equal(2, Count(1, 2, 3));
        Assert.Equal(1, Count(2));
        Assert.Equal(0, Count());
        Assert.Equal(2, Count(3, 2, 1));
    }

    [Fact]
    public void A_changed_schema_is_seen()
    {
        const string everything = "SELECT * FROM words";
        Add(1, "one");
        Assert.Equal(2, Columns(everything));

        _connection.Execute("ALTER TABLE words ADD COLUMN language TEXT");

        Assert.Equal(3, Columns(everything));
    }

    [Fact]
    public void It_takes_part_in_a_transaction_of_the_connection()
    {
        Add(1, "one");
        using (_connection.BeginTransaction())
        {
            Add(2, "two");
        }

        Assert.Equal(["one"], All());
    }

    private void Add(int id, string? word) => _connection.Execute(Insert, new { id, word });

    private List<string?> All() => [.. _connection.Query<string?>(Words)];

    private long Count(params int[] ids) =>
        _connection.ExecuteScalar<long>("SELECT count(*) FROM words WHERE id IN @ids", new { ids });

    private int Columns(string sql) => ((IDictionary<string, object>)_connection.QuerySingle(sql)).Count;
}
