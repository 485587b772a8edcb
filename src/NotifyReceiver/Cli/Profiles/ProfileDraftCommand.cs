using System.CommandLine;
using NotifyReceiver.Documents;
using NotifyReceiver.Documents.Drafting;

namespace NotifyReceiver.Cli.Profiles;

/// <summary><c>profiles draft</c>: a profile to begin with, from an example document.</summary>
internal static class ProfileDraftCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "an example of the documents, XML or JSON" };
        var name = new Option<string?>("--name") { Description = "the profile's name; by default the file's" };
        var command = new Command("draft", "Drafts a profile from an example document, to be looked through and saved.")
        {
            file,
            name,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var path = parsed.GetRequiredValue(file);
                if (!File.Exists(path))
                {
                    return await CommandLine.FailAsync($"there is no file '{path}'", ExitCode.NotFound);
                }
                var (document, problem) = DocumentReader.Read(await File.ReadAllBytesAsync(path, stop));
                if (document is null)
                {
                    return await CommandLine.FailAsync($"{path}: {problem}");
                }
                var own = Path.GetFileNameWithoutExtension(path) is { Length: > 0 } stem
                    ? stem
                    : Path.GetFileName(path);
                var draft = ProfileDraft.Of(document, parsed.GetValue(name) ?? own, Path.GetFileName(path));
                await Console.Out.WriteAsync(draft);
                return ExitCode.Done;
            }
        );
        return command;
    }
}
