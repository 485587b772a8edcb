using System.Xml.Linq;

namespace NotifyReceiver.Documents.Profiles;

/// <summary>Where the value of one field comes from. A closed set.</summary>
internal abstract record FieldRule
{
    /// <summary>The raw text, as the document has it.</summary>
    public abstract Found Raw(XElement context);

    /// <summary>Where it was looked for, in the profile's own words, for messages.</summary>
    public abstract string Source { get; }

    /// <summary>The first of several rules that finds a value.</summary>
    internal sealed record FirstOf(IReadOnlyList<FieldRule> Rules) : FieldRule
    {
        public override string Source => string.Join(" else ", Rules.Select(rule => rule.Source));

        public override Found Raw(XElement context) =>
            Rules.Select(rule => rule.Raw(context)).FirstOrDefault(found => !found.IsNothing);
    }

    internal sealed record Selected(Selector Selector) : FieldRule
    {
        public override string Source => Selector.XPath;

        public override Found Raw(XElement context) => Selector.Value(context);
    }

    internal sealed record Constant(string Text) : FieldRule
    {
        public override string Source => $"constant '{Text}'";

        public override Found Raw(XElement context) => new(Text);
    }

    /// <summary>A date and a time that stand apart; without a time, midnight.</summary>
    internal sealed record DateAndTime(Selector Date, Selector? Time) : FieldRule
    {
        public const string Midnight = "00:00:00";

        private const int DateLength = 10;

        public override string Source => Time is null ? Date.XPath : $"{Date.XPath} and {Time.XPath}";

        // Dates are seen as 2026-01-15, 2026-01-15T and 2026-01-15T00:00:00-05:00; beside a time only the day counts.
        public override Found Raw(XElement context)
        {
            var (date, time) = (Date.Value(context), Time?.Value(context) ?? Found.Nothing);
            if (date.Text is not { } day)
            {
                return date;
            }
            if (time.Problem is not null)
            {
                return time;
            }
            return new Found($"{(day.Length > DateLength ? day[..DateLength] : day)}T{time.Text ?? Midnight}");
        }
    }

    /// <summary>Several values in one text; those that are missing are left out with their separator.</summary>
    internal sealed record Joined(IReadOnlyList<Selector> Parts, string Separator) : FieldRule
    {
        public override string Source => string.Join(" + ", Parts.Select(part => part.XPath));

        public override Found Raw(XElement context)
        {
            var found = Parts.Select(part => part.Value(context)).Where(part => !part.IsNothing).ToList();
            if (found.Exists(part => part.Problem is not null))
            {
                return found.Find(part => part.Problem is not null);
            }
            return found.Count == 0
                ? Found.Nothing
                : new Found(string.Join(Separator, found.Select(part => part.Text)));
        }
    }
}
