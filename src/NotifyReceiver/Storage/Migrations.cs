using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Storage;

/// <summary>Numbered SQL files in the program, each run once, in order, inside a transaction.</summary>
internal static class Migrations
{
    private const string Folder = "NotifyReceiver.Storage.Migrations.";

    private static readonly IReadOnlyList<(int Number, string Sql)> All = ReadAll();

    private static int Newest => All[^1].Number;

    public static void Apply(SqliteConnection connection, string file)
    {
        RefuseOthers(connection, file);
        RefuseNewer(connection, file);
        // A table that is made anew is dropped in between; what refers to it is checked before the commit instead.
        connection.Execute("PRAGMA foreign_keys = OFF");
        foreach (var (number, sql) in All.Where(migration => migration.Number > VersionOf(connection)))
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(
                string.Create(CultureInfo.InvariantCulture, $"{sql}; PRAGMA user_version = {number}"),
                transaction: transaction
            );
            if (
                connection.QueryFirstOrDefault<string>("PRAGMA foreign_key_check", transaction: transaction) is
                { } table
            )
            {
                throw new StorageException($"cannot update the database '{file}': its table {table} is inconsistent");
            }
            transaction.Commit();
        }
        connection.Execute("PRAGMA foreign_keys = ON");
    }

    /// <summary>Whether it is a database of this program, of whatever version, with something in it.</summary>
    public static bool IsOurs(SqliteConnection connection) =>
        VersionOf(connection) > 0
        && connection.ExecuteScalar<long>(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('notifications', 'inserts', 'acts')"
        ) == 3;

    public static void RefuseAnotherVersion(SqliteConnection connection, string file)
    {
        RefuseOthers(connection, file);
        RefuseNewer(connection, file);
        if (VersionOf(connection) < Newest)
        {
            throw new StorageException(
                $"the database '{file}' is older than this program; start the service once to update it"
            );
        }
    }

    private static void RefuseOthers(SqliteConnection connection, string file)
    {
        var isEmpty = connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master") == 0;
        if (!isEmpty && !IsOurs(connection))
        {
            throw new StorageException(
                $"'{file}' is the database of another program, and is left as it is; give notify-receiver a directory of its own (Receiver:DataDirectory)"
            );
        }
    }

    public static void RefuseNewer(SqliteConnection connection, string file)
    {
        var version = VersionOf(connection);
        if (version > Newest)
        {
            throw new StorageException(
                $"the database '{file}' is of version {version}, this program knows up to {Newest}; use the newer program"
            );
        }
    }

    private static long VersionOf(SqliteConnection connection) => connection.ExecuteScalar<long>("PRAGMA user_version");

    private static List<(int Number, string Sql)> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => (NumberOf(name), TextOf(assembly, name))),
        ];
    }

    private static int NumberOf(string name) =>
        int.Parse(name.AsSpan(Folder.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string TextOf(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
