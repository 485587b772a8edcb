namespace NotifyReceiver.Simulators.Loopback;

/// <summary>Every request seen, in the order of arrival.</summary>
internal sealed class RequestLog(TimeProvider clock, Changes changes, TextWriter? lines)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, SeenRequest> _seen = [];
    private int _count;

    public IReadOnlyList<SeenRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _seen.Values];
            }
        }
    }

    public IReadOnlyList<string> Violations =>
        [
            .. Requests.SelectMany(request =>
                request.Violations.Select(text => $"#{request.Number} {request.Method} {request.Path}: {text}")
            ),
        ];

    public int Begin(ArrivedRequest request)
    {
        int number;
        lock (_gate)
        {
            number = ++_count;
            _seen[number] = new()
            {
                Number = number,
                ReceivedAt = clock.GetUtcNow(),
                Method = request.Method,
                Path = request.Target,
                Headers = request.Headers,
                Body = request.BodyText,
            };
        }

        changes.Raise();
        return number;
    }

    public void Answered(int number, Handled handled) =>
        End(
            number,
            request =>
                request with
                {
                    Ending = handled.Answer.Ending,
                    Status = handled.Answer.Ending is RequestEnding.Reset ? null : handled.Answer.Status,
                    Answer = System.Text.Encoding.UTF8.GetString(handled.Answer.Body.Span),
                    Violations = handled.Violations,
                }
        );

    public void Abandoned(int number) => End(number, request => request with { Ending = RequestEnding.Abandoned });

    public void Clear()
    {
        lock (_gate)
        {
            _seen.Clear();
        }

        changes.Raise();
    }

    private void End(int number, Func<SeenRequest, SeenRequest> ended)
    {
        lock (_gate)
        {
            if (!_seen.TryGetValue(number, out var request))
            {
                return;
            }

            _seen[number] = ended(request);
            lines?.WriteLine(_seen[number]);
        }

        changes.Raise();
    }
}
