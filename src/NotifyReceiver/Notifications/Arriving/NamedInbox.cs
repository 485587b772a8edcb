using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Notifications.Arriving.Seen;
using NotifyReceiver.Notifications.Shapes;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Notifications.Arriving;

/// <summary>
/// Where documents are kept that catch-up found listed and could not have: each as a notification that names it, as if a call
/// had. What takes a connection runs inside the writer's transaction.
/// </summary>
internal static class NamedInbox
{
    private const string Credential = "listed by Petrosoft";
    private const string ShapeName = "reference";

    // The names are ours: what the sender of calls names them by is a setting, and may change before a replay.
    private const string PathMember = "path";
    private const string TypeMember = "documentType";
    private const string BusinessUnitMember = "businessUnitId";

    /// <summary>Keeps it, to be fetched; null when the same was named before, whatever has become of it.</summary>
    public static NotificationId? Add(SqliteConnection connection, Reference reference, DateTimeOffset now)
    {
        var body = BodyOf(reference);
        var bodySha256 = SHA256.HashData(body);
        var sameAs = SameAs.Body(bodySha256);
        if (SeenBefore.Find(connection, sameAs) is not null)
        {
            return null;
        }
        var seq = connection.ExecuteScalar<long>(
            """
            INSERT INTO notifications
              (same_as, origin, body_sha256, received_at, last_received_at, credential, content_type, headers, state, shape,
               body)
            VALUES
              (@sameAs, @origin, @bodySha256, @at, @at, @credential, 'application/json', '[]', @state, @shape, @body)
            RETURNING seq
            """,
            new
            {
                sameAs,
                origin = NotificationOrigin.CatchUp,
                bodySha256,
                at = UtcText.Of(now),
                credential = Credential,
                state = NotificationState.Fetching,
                shape = ShapeName,
                body,
            }
        );
        return new NotificationId(seq);
    }

    /// <summary>Whether the same was named before.</summary>
    public static bool IsKnown(SqliteConnection connection, Reference reference) =>
        SeenBefore.Find(connection, SameAs.Body(SHA256.HashData(BodyOf(reference)))) is not null;

    /// <summary>What such a notification names.</summary>
    public static Shape.References Read(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var reference = new Reference(
            json.RootElement.Text(PathMember)!,
            json.RootElement.Text(TypeMember),
            json.RootElement.Text(BusinessUnitMember)
        );
        return new Shape.References(ShapeName, [reference], []);
    }

    private static byte[] BodyOf(Reference reference) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [PathMember] = reference.Path,
                [TypeMember] = reference.DocumentType,
                [BusinessUnitMember] = reference.BusinessUnit,
            }
        );
}
