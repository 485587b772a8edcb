using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Upgrading;

public sealed class OtherVersionTests(ITestOutputHelper log)
{
    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("run")]
    [InlineData("list")]
    [InlineData("release", "i7")]
    public async Task A_database_of_a_newer_program_is_refused_and_stays_as_it_is(params string[] command)
    {
        await using var installation = new Installation(log);
        var before = await FirstSchema.LayAsync(installation);
        await installation.SqlAsync("PRAGMA user_version = 1000");

        var run = await installation.RunAsync(command);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "is of version 1000, this program knows up to 7; use the newer program",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(before, await installation.SqlAsync(FirstSchema.WhatMustStay));
    }

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("list")]
    [InlineData("dismiss", "i7")]
    public async Task A_command_leaves_the_update_to_the_service(params string[] command)
    {
        await using var installation = new Installation(log);
        await FirstSchema.LayAsync(installation);

        var run = await installation.RunAsync(command);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "is older than this program; start the service once to update it",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.Equal("1\n", await installation.SqlAsync("PRAGMA user_version"));
    }
}
