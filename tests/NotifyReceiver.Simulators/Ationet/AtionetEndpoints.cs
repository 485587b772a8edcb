using NotifyReceiver.Simulators.Ationet.Answering;
using NotifyReceiver.Simulators.Ationet.Checking;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Simulators.Ationet.Shapes;
using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Ationet;

/// <summary>The addresses of the host. The target is compared as sent: neither a second slash nor a query passes.</summary>
internal sealed class AtionetEndpoints(AtionetOptions options, InsertedRows rows, ScriptedAnswers answers)
{
    private readonly RequestChecks _checks = new(options);
    private readonly InsertReading _inserts = new(options);
    private readonly DownloadReading _downloads = new(options);
    private readonly DownloadRows _downloadRows = new(options);

    public Task<Handled> HandleAsync(ArrivedRequest request, CancellationToken cancellationToken) =>
        request.Target switch
        {
            "/v1/fms" => JudgeAsync(request, ReadInsert, cancellationToken),
            "/v1/interface" => JudgeAsync(request, ReadDownload, cancellationToken),
            ScriptedAnswers.RedirectPath => Task.FromResult<Handled>(
                new(AtionetAnswers.Success, ["followed a redirect"])
            ),
            _ => Task.FromResult(Refuse("path", "does not exist", StatusCodes.Status404NotFound)),
        };

    private async Task<Handled> JudgeAsync(
        ArrivedRequest request,
        Func<ArrivedRequest, Problems, AcceptedRequest?> read,
        CancellationToken cancellationToken
    )
    {
        if (request.Method != "POST")
        {
            return Refuse("method", $"is {request.Method}, must be POST", StatusCodes.Status405MethodNotAllowed);
        }

        var problems = new Problems();
        if (read(request, problems) is not { } accepted)
        {
            return AtionetAnswers.Refusal(problems);
        }

        var answer = await answers.AnswerAsync(accepted, cancellationToken);
        return new(answer with { Gzip = options.CompressAnswers && answer.Body.Length > 0 });
    }

    private AcceptedRequest? ReadInsert(ArrivedRequest request, Problems problems)
    {
        _checks.CheckInsert(request, problems);
        return _inserts.Read(request.Body, problems) is { } insert
            ? new(insert.ActionCode, insert.Terminal, insert.Tanks, places => Store(insert, places))
            : null;
    }

    private AcceptedRequest? ReadDownload(ArrivedRequest request, Problems problems)
    {
        _checks.CheckDownload(request, problems);
        return _downloads.Read(request.Body, problems) is { } download
            ? new(download.ActionCode, null, [], _ => Download(download))
            : null;
    }

    private Answer Store(InsertRequest insert, Predicate<int> places)
    {
        rows.Add(insert.Kind, insert.Terminal, [.. insert.Rows.Where((_, place) => places(place))]);
        return AtionetAnswers.Success;
    }

    private Answer Download(DownloadRequest download) =>
        Answer.Json(StatusCodes.Status200OK, _downloadRows.Write(download, rows.Of(download.Kind)));

    private static Handled Refuse(string field, string what, int status)
    {
        var problems = new Problems();
        problems.Add(field, what, status: status);
        return AtionetAnswers.Refusal(problems);
    }
}
