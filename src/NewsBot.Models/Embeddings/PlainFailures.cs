using System.Net.Http.Headers;

namespace NewsBot.Models.Embeddings;

/// <summary>
/// Makes every answer that is no success one kind of exception, whatever client library
/// is above: <see cref="HttpRequestException"/> with the status, and in its data under "Retry-After" the
/// <see cref="TimeSpan"/> that the endpoint asks for. Bounds how much of an answer is read.
/// </summary>
internal sealed class PlainFailures(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>2,048 vectors of 3,072 numbers as text have less.</summary>
    private const long MostBytes = 128L << 20;

    private const string RetryAfter = "Retry-After";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            var failure = new HttpRequestException($"The endpoint answered {(int)response.StatusCode}.", null, response.StatusCode);
            if (response.Headers.RetryAfter is { } after && Delay(after) is { } wanted)
                failure.Data[RetryAfter] = wanted;
            response.Dispose();
            throw failure;
        }

        await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken).ConfigureAwait(false);
        return response;
    }

    private static TimeSpan? Delay(RetryConditionHeaderValue after) =>
        after.Delta ?? (after.Date is { } date && date > TimeProvider.System.GetUtcNow() ? date - TimeProvider.System.GetUtcNow() : null);
}
