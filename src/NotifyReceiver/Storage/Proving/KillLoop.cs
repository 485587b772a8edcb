using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace NotifyReceiver.Storage.Proving;

/// <summary>Has a child write numbers, kills it at any moment, and looks whether all that it acknowledged are there; again and again.</summary>
/// <param name="directory">Where the child keeps them: an empty directory.</param>
/// <param name="child">How the child is started, with its first number.</param>
internal sealed class KillLoop(string directory, Func<long, ProcessStartInfo> child)
{
    private const int MostNumbersALife = 400;

    // Beyond those that were committed and not told: as many as there are writers, and no number comes twice.
    private const int Gap = 1000;

    // One child in so many is killed while it starts, and has acknowledged nothing yet.
    private const int LivesAnEarlyKill = 5;

    private static readonly TimeSpan LongestStart = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(60);

    private readonly HashSet<long> _acknowledged = [];

    public int Kills { get; private set; }

    public int Acknowledged => _acknowledged.Count;

    /// <summary>Kills once more.</summary>
    /// <returns>What was lost or broken, in words; null when all is there.</returns>
    /// <exception cref="StorageException">The child could not write, or what it left cannot be opened.</exception>
    public async Task<string?> KillOnceAsync(CancellationToken stop)
    {
        await LiveAsync(stop);
        Kills++;
        var found = await KeptNumbers.LookAsync(directory);
        var missing = _acknowledged.Except(found.Numbers).Order().ToList();
        if (missing.Count > 0)
        {
            return $"{missing.Count} of {Acknowledged} acknowledged numbers are gone, the first {missing[0]}";
        }
        return found.Integrity == "ok" ? null : $"the database is damaged: {found.Integrity}";
    }

    private async Task LiveAsync(CancellationToken stop)
    {
        using var process = Process.Start(child(_acknowledged.Count == 0 ? 1 : _acknowledged.Max() + Gap))!;
        var output = process.StandardOutput;
        var errors = process.StandardError.ReadToEndAsync(stop);
        try
        {
            var isThere = await LetLiveAsync(output, stop);
            process.Kill();
            // What it has told is in the pipe, whether it lives or not.
            await ReadAsync(output, int.MaxValue, stop);
            await process.WaitForExitAsync(stop);
            if (!isThere)
            {
                throw new StorageException($"the process that writes has ended by itself: {(await errors).Trim()}");
            }
        }
        finally
        {
            process.Kill();
        }
    }

    /// <returns>Whether the child lives on.</returns>
    private async Task<bool> LetLiveAsync(StreamReader output, CancellationToken stop)
    {
        if (RandomNumberGenerator.GetInt32(LivesAnEarlyKill) == 0)
        {
            await Task.Delay(LongestStart * RandomNumberGenerator.GetInt32(1000) / 1000, TimeProvider.System, stop);
            return true;
        }
        using var life = CancellationTokenSource.CreateLinkedTokenSource(stop);
        life.CancelAfter(LongestLife);
        try
        {
            return await ReadAsync(output, RandomNumberGenerator.GetInt32(1, MostNumbersALife), life.Token);
        }
        catch (OperationCanceledException hangs) when (!stop.IsCancellationRequested)
        {
            throw new StorageException(
                $"the process that writes has got nowhere in {LongestLife.TotalSeconds:0} s",
                hangs
            );
        }
    }

    /// <returns>False when the output has come to its end before so many lines.</returns>
    private async Task<bool> ReadAsync(StreamReader output, int most, CancellationToken stop)
    {
        for (var read = 0; read < most; read++)
        {
            if (await output.ReadLineAsync(stop) is not { } line)
            {
                return false;
            }
            // What a kill has cut off is no acknowledgement.
            if (line.EndsWith('.'))
            {
                _acknowledged.Add(long.Parse(line.AsSpan(0, line.Length - 1), CultureInfo.InvariantCulture));
            }
        }
        return true;
    }
}
