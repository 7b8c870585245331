using System.Globalization;
using System.Net;

namespace NewsBot.Storage.Vectors.Embedding;

/// <summary>Tells from what a client library threw what went wrong.</summary>
internal static class EmbeddingFailures
{
    /// <summary>Key in the data of an <see cref="HttpRequestException"/> for the endpoint's Retry-After, a <see cref="TimeSpan"/>.</summary>
    private const string RetryAfter = "Retry-After";

    public static EmbeddingFailure Of(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            if (e is HttpRequestException http)
                return Of(http);
        return new EmbeddingFailure(EmbeddingFailureKind.Malformed, "the answer could not be read");
    }

    public static EmbeddingFailure Late(TimeSpan deadline) => new(
        EmbeddingFailureKind.Transient, string.Create(CultureInfo.InvariantCulture, $"no answer within {deadline.TotalSeconds:0.###} s"));

    private static EmbeddingFailure Of(HttpRequestException http)
    {
        if (http.StatusCode is not { } status)
            return new EmbeddingFailure(EmbeddingFailureKind.Transient, "the endpoint cannot be reached");
        var kind = status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound => EmbeddingFailureKind.Refused,
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests => EmbeddingFailureKind.Transient,
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => EmbeddingFailureKind.TextRefused,
            _ => EmbeddingFailureKind.Transient,
        };
        return new EmbeddingFailure(kind, string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)status}"), http.Data[RetryAfter] as TimeSpan?);
    }
}
