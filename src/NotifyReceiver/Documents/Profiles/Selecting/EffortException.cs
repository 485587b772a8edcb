namespace NotifyReceiver.Documents.Profiles.Selecting;

/// <summary>Reading a document took more than is allowed. The only way out of the framework's XPath evaluation.</summary>
internal sealed class EffortException() : Exception("reading the document took too much effort");
