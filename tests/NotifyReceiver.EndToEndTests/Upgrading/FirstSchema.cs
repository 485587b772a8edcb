using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Upgrading;

/// <summary>An installation whose database an earlier program made and left.</summary>
internal static class FirstSchema
{
    /// <summary>All that is never to change, of everything there is.</summary>
    public const string WhatMustStay = $"""
        {Rest}
        SELECT insert_seq, started_at, finished_at, address, request, outcome, status, detail, reply
        FROM attempts
        WHERE insert_seq < 10
        ORDER BY insert_seq, number
        """;

    /// <summary>The same, where it stands in a database of today.</summary>
    public const string WhatMustHaveStayed = $"""
        {Rest}
        SELECT insert_seq, started_at, finished_at, address, body, outcome, status, detail, reply
        FROM request_inserts JOIN requests ON requests.seq = request
        WHERE insert_seq < 10
        ORDER BY insert_seq, request
        """;

    private const string Rest = """
        SELECT seq, hex(same_as), sender_id, hex(body_sha256), conflicts_with, received_at, last_received_at, times_received,
               remote_address, credential, content_type, headers, profile, location, bytes, hex(body)
        FROM notifications
        ORDER BY seq;

        SELECT seq, key, kind, terminal_code, tank_number, product_code, occurred_at, volume, invoice_number, created_at,
               is_dry, row
        FROM inserts
        ORDER BY seq;

        SELECT * FROM notification_inserts ORDER BY notification, insert_seq;
        SELECT * FROM acts ORDER BY seq;
        """;

    /// <returns>What must stay, as it was.</returns>
    public static async Task<string> LayAsync(Installation installation)
    {
        installation.Directory.Write("sites.json", Samples.Sites);
        Directory.CreateDirectory(installation.Directory.PathOf("data"));
        await installation.SqlAsync($".read {Samples.PathOfDatabase("version-1.sql")}");
        return await installation.SqlAsync(WhatMustStay);
    }
}
