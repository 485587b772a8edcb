namespace NotifyReceiver.Petrosoft.Api;

/// <param name="Path">What <see cref="DocumentsApi.FetchAsync"/> takes.</param>
internal sealed record ListedDocument(string FileName, string Path);
