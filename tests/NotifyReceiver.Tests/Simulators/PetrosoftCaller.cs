using System.Net.Http.Json;
using System.Text.Json;
using NotifyReceiver.Simulators.Petrosoft;

namespace NotifyReceiver.Tests.Simulators;

internal sealed class PetrosoftCaller(PetrosoftSimulator simulator) : IDisposable
{
    private readonly HttpClient _client = new() { Timeout = AtionetCaller.Patience };

    public string AccessToken { get; set; } = "";

    public async Task<JsonElement> LogInAsync()
    {
        using var response = await PostAsync(
            "/v1/auth/token",
            new { login = simulator.Options.Login, password = simulator.Options.Password }
        );
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var tokens = await JsonAsync(response);
        AccessToken = tokens.GetProperty("access_token").GetString()!;
        return tokens;
    }

    public Task<HttpResponseMessage> RefreshAsync(string? refreshToken) =>
        PostAsync("/v1/auth/refresh_token", new { refresh_token = refreshToken });

    public Task<HttpResponseMessage> PostAsync<T>(string path, T body) =>
        _client.PostAsJsonAsync(new Uri(simulator.BaseUrl + path), body);

    public async Task<HttpResponseMessage> GetAsync(string target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(simulator.BaseUrl + target));
        if (AccessToken.Length > 0)
        {
            request.Headers.Authorization = new("Bearer", AccessToken);
        }

        return await _client.SendAsync(request);
    }

    public async Task<JsonElement> GetJsonAsync(string target)
    {
        using var response = await GetAsync(target);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await JsonAsync(response);
    }

    public void Dispose() => _client.Dispose();

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.Clone();
    }
}
