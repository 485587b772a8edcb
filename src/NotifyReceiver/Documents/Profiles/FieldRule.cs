using System.Globalization;
using NotifyReceiver.Documents.Profiles.Selecting;
using NotifyReceiver.Documents.Values;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Documents.Profiles;

/// <summary>Where the value of one field comes from. A closed set.</summary>
internal abstract record FieldRule
{
    /// <summary>How the values that it finds are written.</summary>
    public Notation Notation { get; init; } = Notation.Plain;

    /// <summary>Where it is looked for, in the profile's own words, for messages.</summary>
    public abstract string Source { get; }

    public abstract Found Find(Place place);

    /// <summary>The first of several rules that finds a value.</summary>
    internal sealed record FirstOf(IReadOnlyList<FieldRule> Rules) : FieldRule
    {
        public override string Source => string.Join(" else ", Rules.Select(rule => rule.Source));

        public override Found Find(Place place) =>
            Rules.Select(rule => rule.Find(place)).FirstOrDefault(found => !found.IsNothing) ?? Found.Nothing.By(this);
    }

    internal sealed record Selected(Selector Selector) : FieldRule
    {
        public override string Source => Selector.XPath;

        public override Found Find(Place place) => Selector.Value(place).By(this);
    }

    internal sealed record Constant(string Text) : FieldRule
    {
        public override string Source => $"constant '{Text}'";

        public override Found Find(Place place) => Found.Of(Text).By(this);
    }

    /// <summary>A date and a time that stand apart; without a time it is the day, from midnight.</summary>
    internal sealed record DateAndTime(Selector Date, Selector? Time, Selector? Offset) : FieldRule
    {
        public override string Source =>
            string.Join(" and ", new[] { Date, Time, Offset }.OfType<Selector>().Select(selector => selector.XPath));

        public override Found Find(Place place)
        {
            var date = Date.Value(place);
            var time = Time?.Value(place) ?? Found.Nothing;
            var offset = Offset?.Value(place) ?? Found.Nothing;
            if (date.Text is not { } day)
            {
                return date.By(this);
            }
            return (time.Problem ?? offset.Problem) is { } unclear
                ? Found.Unclear(unclear).By(this)
                : Found.TimeOf(day, time.Text, offset.Text).By(this);
        }
    }

    /// <summary>Several values in one text; those that are missing are left out with their separator.</summary>
    internal sealed record Joined(IReadOnlyList<Selector> Parts, string Separator) : FieldRule
    {
        public override string Source => string.Join(" + ", Parts.Select(part => part.XPath));

        public override Found Find(Place place)
        {
            var found = Parts.Select(part => part.Value(place)).Where(part => !part.IsNothing).ToList();
            if (found.Find(part => part.Problem is not null) is { } unclear)
            {
                return unclear.By(this);
            }
            return found.Count == 0
                ? Found.Nothing.By(this)
                : Found.Of(string.Join(Separator, found.Select(part => part.Text))).By(this);
        }
    }

    /// <summary>All numbers that the selectors find, added up.</summary>
    internal sealed record Sum(IReadOnlyList<Selector> Addends) : FieldRule
    {
        public override string Source => $"sum of {string.Join(" and ", Addends.Select(addend => addend.XPath))}";

        public override Found Find(Place place)
        {
            var texts = Addends.SelectMany(addend => addend.Values(place)).ToList();
            if (texts.Count == 0)
            {
                return Found.Nothing.By(this);
            }
            var numbers = texts.Select(text => NumberText.Read(text, Notation)).ToList();
            if (numbers.IndexOf(null) is >= 0 and var unread)
            {
                return Found
                    .Unclear($"{PlainLine.Quote(texts[unread])} is not a number like {Notation.Example}")
                    .By(this);
            }
            var sum = numbers.Sum(number => number!.Value);
            var plain = this with { Notation = Notation.Plain };
            return Found.SumOf(texts, sum.ToString(CultureInfo.InvariantCulture)).By(plain);
        }
    }

    /// <summary>What another rule finds, with its text changed.</summary>
    internal sealed record Changed(FieldRule Of, TextChange Change) : FieldRule
    {
        public override string Source => Of.Source;

        public override Found Find(Place place) => Change.Apply(Of.Find(place), this);
    }
}
