namespace NotifyReceiver.Tests.Support.Stepping;

public sealed class SteppedTests
{
    private readonly List<string> _effects = [];

    [Fact]
    public async Task Nothing_runs_before_the_first_step()
    {
        var piece = Stepped.Start(() => WriteAsync("a"));
        Assert.Empty(_effects);
        Assert.Equal(Standing.Posted, piece.Standing);

        Assert.Equal(Standing.Posted, await piece.StepAsync());

        Assert.Equal(["a1"], _effects);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_crash_at_each_await_leaves_exactly_the_effects_before_it(int steps)
    {
        var piece = Stepped.Start(() => WriteAsync("a"));

        await piece.StepAsync(steps);
        piece.Abandon();

        Assert.Equal(Enumerable.Range(1, steps).Select(effect => $"a{effect}"), _effects);
        Assert.Equal(steps, piece.Steps);
        Assert.Equal(steps == 4, piece.Outcome.IsCompleted);
    }

    [Fact]
    public async Task What_an_abandoned_piece_awaited_may_end_and_nothing_follows()
    {
        var operation = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var piece = Stepped.Start(async () =>
        {
            begun.SetResult();
            await operation.Task;
            _effects.Add("after the crash");
        });
        await piece.StepAsync(orUntil: _ => begun.Task);

        piece.Abandon();
        operation.SetResult();

        Assert.Empty(_effects);
        await Assert.ThrowsAsync<InvalidOperationException>(() => piece.StepAsync());
        Assert.Empty(_effects);
    }

    /// <summary>Each way in which two pieces of four steps can be taken in turn, told by the steps that belong to the first.</summary>
    public static TheoryData<int> Interleavings =>
        [.. Enumerable.Range(0, 256).Where(turns => int.PopCount(turns) == 4)];

    [Theory]
    [MemberData(nameof(Interleavings))]
    public async Task Two_pieces_interleave_as_told(int turns)
    {
        var first = Stepped.Start(() => WriteAsync("a"));
        var second = Stepped.Start(() => WriteAsync("b"));
        var expected = new List<string>();

        for (var turn = 0; turn < 8; turn++)
        {
            var isFirst = (turns >> turn) % 2 == 1;
            var piece = isFirst ? first : second;
            await piece.StepAsync();
            expected.Add($"{(isFirst ? "a" : "b")}{piece.Steps}");
        }

        Assert.Equal(expected, _effects);
        Assert.Equal((4, 4), (await first.Outcome, await second.Outcome));
    }

    [Fact]
    public async Task A_piece_that_was_paused_writes_over_what_another_wrote_meanwhile()
    {
        var balance = 0;
        var paused = Stepped.Start(AddOneAsync);
        var other = Stepped.Start(AddOneAsync);

        await paused.StepAsync();
        await other.RunToEndAsync();
        Assert.Equal(1, balance);
        await paused.RunToEndAsync();

        Assert.Equal(1, balance);

        async Task AddOneAsync()
        {
            var read = balance;
            await ElsewhereAsync();
            balance = read + 1;
        }
    }

    [Fact]
    public async Task What_a_piece_throws_is_thrown_by_the_step_that_it_happens_in()
    {
        var piece = Stepped.Start(async () =>
        {
            await ElsewhereAsync();
            await ElsewhereAsync();
            throw new InvalidDataException("broken");
        });

        Assert.Equal(Standing.Posted, await piece.StepAsync(times: 2));
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => piece.StepAsync());

        Assert.Equal("broken", thrown.Message);
        Assert.Equal(Standing.Ended, piece.Standing);
        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidDataException>(() => piece.Outcome));
        await Assert.ThrowsAsync<InvalidDataException>(piece.RunToEndAsync);
    }

    [Fact]
    public async Task What_is_awaited_within_what_is_awaited_is_one_stop()
    {
        var piece = Stepped.Start(async () => await DeeperAsync(depth: 5));

        Assert.Equal(5, await piece.RunToEndAsync());

        Assert.Equal(2, piece.Steps);

        static async Task<int> DeeperAsync(int depth)
        {
            if (depth > 1)
            {
                return await DeeperAsync(depth - 1) + 1;
            }

            await ElsewhereAsync();
            return 1;
        }
    }

    [Fact]
    public async Task An_await_that_is_over_at_once_is_no_stop()
    {
        var piece = Stepped.Start(() => Task.CompletedTask);

        Assert.Equal(Standing.Ended, await piece.StepAsync());
    }

    [Fact]
    public async Task A_piece_that_waits_goes_on_by_itself_and_is_not_run_before_it_is_stepped()
    {
        var clock = new ManualClock();
        var begun = new TaskCompletionSource();
        var piece = Stepped.Start(async () =>
        {
            var delay = Task.Delay(TimeSpan.FromHours(1), clock);
            begun.SetResult();
            await delay;
            _effects.Add("an hour later");
        });

        Assert.Equal(Standing.Waiting, await piece.StepAsync(times: 9, orUntil: _ => begun.Task));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Standing.Posted, await piece.StepAsync());
        Assert.Empty(_effects);

        Assert.Equal(Standing.Ended, await piece.StepAsync());
        Assert.Single(_effects);
        Assert.Equal(2, piece.Steps);
    }

    [Fact]
    public async Task A_condition_that_fails_is_told_and_one_that_is_not_needed_is_cancelled()
    {
        var never = new TaskCompletionSource();
        var waits = Stepped.Start(() => never.Task);
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            waits.StepAsync(orUntil: _ => Task.FromException(new InvalidDataException()))
        );

        var gone = CancellationToken.None;
        var goesOn = Stepped.Start(() => WriteAsync("a"));
        var standing = await goesOn.StepAsync(orUntil: token =>
        {
            gone = token;
            return never.Task;
        });

        Assert.Equal(Standing.Posted, standing);
        Assert.True(gone.IsCancellationRequested);
    }

    [Fact]
    public async Task A_piece_that_forks_is_told()
    {
        var piece = Stepped.Start(() => Task.WhenAll(YieldAsync(), YieldAsync()));

        await Assert.ThrowsAsync<InvalidOperationException>(() => piece.StepAsync());

        static async Task YieldAsync() => await Task.Yield();
    }

    /// <summary>Three awaits of something that ends on another thread, and an effect before each and after the last.</summary>
    private async Task<int> WriteAsync(string who)
    {
        for (var effect = 1; effect < 4; effect++)
        {
            _effects.Add($"{who}{effect}");
            await ElsewhereAsync();
        }

        _effects.Add($"{who}4");
        return _effects.Count(it => it.StartsWith(who, StringComparison.Ordinal));
    }

    /// <summary>Ends on another thread, once the piece has come to its await.</summary>
    private static async Task ElsewhereAsync()
    {
        var departure = HeldContinuations.DepartureOfCaller;
        await Task.Run(() => departure);
    }
}
