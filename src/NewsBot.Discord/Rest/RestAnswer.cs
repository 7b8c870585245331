using System.Net;

namespace NewsBot.Discord.Rest;

/// <summary>What came back.</summary>
internal sealed record RestAnswer(HttpStatusCode Status, RateLimitHeaders Limits, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
