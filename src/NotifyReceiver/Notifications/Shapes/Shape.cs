using NotifyReceiver.Wording;

namespace NotifyReceiver.Notifications.Shapes;

/// <summary>What the body of a notification turned out to be. A closed set.</summary>
/// <param name="Name">The word for it in the database and to people; what an SNS envelope carries is called <c>sns/…</c>.</param>
internal abstract record Shape(string Name)
{
    private const int MostTold = 20;

    /// <summary>The same with its lines fit for people: they hold what a sender wrote, and there may be thousands.</summary>
    public virtual Shape ToldToPeople() => this;

    private static IReadOnlyList<string> Told(IReadOnlyList<string> lines)
    {
        IReadOnlyList<string> first = [.. lines.Take(MostTold).Select(PlainLine.Of)];
        return lines.Count <= MostTold ? first : [.. first, $"and {lines.Count - MostTold} more"];
    }

    /// <summary>The document itself: the whole body, or the text that an SNS envelope carries.</summary>
    internal sealed record Document(string Name, byte[] Body) : Shape(Name);

    /// <summary>It names documents that are to be fetched, at least one.</summary>
    internal sealed record References(string Name, IReadOnlyList<Reference> All, IReadOnlyList<string> Notes)
        : Shape(Name)
    {
        public override Shape ToldToPeople() => this with { Notes = Told(Notes) };
    }

    /// <summary>Amazon SNS asks to confirm a subscription. Checked: a configured topic, and an address of Amazon SNS.</summary>
    internal sealed record Subscription(string Name, string TopicArn, Uri Confirm) : Shape(Name);

    /// <summary>There is nothing to convert and nothing to fetch; the notes say why.</summary>
    internal sealed record Nothing(string Name, IReadOnlyList<string> Notes) : Shape(Name)
    {
        public override Shape ToldToPeople() => this with { Notes = Told(Notes) };
    }

    /// <summary>A known envelope that is broken or may not be followed; to be quarantined.</summary>
    internal sealed record Unusable(string Name, IReadOnlyList<string> Problems) : Shape(Name)
    {
        public override Shape ToldToPeople() => this with { Problems = Told(Problems) };
    }
}
