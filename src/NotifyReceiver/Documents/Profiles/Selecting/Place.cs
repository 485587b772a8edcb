using System.Xml.Linq;

namespace NotifyReceiver.Documents.Profiles.Selecting;

/// <summary>Where a selector begins, and what it may still cost.</summary>
internal readonly record struct Place(XElement Element, Effort Effort);
