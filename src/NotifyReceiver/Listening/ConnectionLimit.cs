using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NotifyReceiver.Listening;

/// <summary>Bounds the connections of one door, so that those who crowd the webhook leave the operator's door free.</summary>
internal static class ConnectionLimit
{
    /// <summary>Closes what comes beyond, before anything is spent on it.</summary>
    /// <param name="listen">One address of a door; each has its own count.</param>
    public static void UseConnectionLimit(this ListenOptions listen, int most)
    {
        var open = 0;
        listen.Use(next =>
            async connection =>
            {
                try
                {
                    if (Interlocked.Increment(ref open) > most)
                    {
                        connection.Abort(new ConnectionAbortedException($"{most} connections are open"));
                        return;
                    }
                    await next(connection);
                }
                finally
                {
                    Interlocked.Decrement(ref open);
                }
            }
        );
    }
}
