namespace Infrastructure.Gateways.WeChat;

internal static class WeChatHttp
{
    /// <returns>Null when there was no readable answer: what became of the request is unknown.</returns>
    public static async Task<WeChatAnswer?> Send(HttpClient http, Func<HttpRequestMessage> request, CancellationToken ct)
    {
        try
        {
            using var message = request();
            using var response = await http.SendAsync(message, ct);
            return response.IsSuccessStatusCode ? WeChatAnswer.Read(await response.Content.ReadAsStringAsync(ct)) : null;
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }
}
