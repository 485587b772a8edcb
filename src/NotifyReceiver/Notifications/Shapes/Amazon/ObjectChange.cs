using NotifyReceiver.Wording;

namespace NotifyReceiver.Notifications.Shapes.Amazon;

/// <summary>What one event of Amazon S3 tells, whichever way it came.</summary>
/// <param name="Event">The event's name as the sender wrote it.</param>
/// <param name="EventAt">Where in the notification that name stands.</param>
/// <param name="KeyAt">Where in the notification the key stands.</param>
internal sealed record ObjectChange(
    ObjectFate Fate,
    string Event,
    string EventAt,
    string Key,
    string KeyAt,
    string? Sequencer
)
{
    public void AddTo(Gathering gathering)
    {
        switch (Fate)
        {
            case ObjectFate.Created:
                gathering.Add(new Reference(Key, Sequencer: Sequencer), KeyAt);
                break;
            case ObjectFate.Removed:
                gathering.Note(
                    $"{PlainLine.Quote(Key)} was removed at the sender's; nothing is fetched, and ATIONET has no way to take back"
                );
                break;
            case ObjectFate.Unchanged:
                gathering.Note($"{Event} changes nothing in {PlainLine.Quote(Key)}; nothing is fetched");
                break;
            default:
                gathering.Problem(
                    EventAt,
                    $"{PlainLine.Quote(Event)} is no event that is known here; have the sender limit them to those of created objects"
                );
                break;
        }
    }
}
