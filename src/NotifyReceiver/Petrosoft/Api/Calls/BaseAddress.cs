namespace NotifyReceiver.Petrosoft.Api.Calls;

internal static class BaseAddress
{
    /// <summary>The address of a call below a base that may have a path, with or without a slash at its end.</summary>
    public static Uri Call(this Uri baseUrl, string path, params IEnumerable<(string Name, string Value)> query)
    {
        var pairs = query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}");
        var address = baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/') + path;
        var text = string.Join('&', pairs);
        return new Uri(text.Length == 0 ? address : $"{address}?{text}");
    }
}
