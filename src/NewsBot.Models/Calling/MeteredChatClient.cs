using Microsoft.Extensions.AI;
using NewsBot.Models.Budget;

namespace NewsBot.Models.Calling;

/// <summary>
/// Lets a request through when a place is free and the account's budget covers it, and enters what it used: as the
/// provider counts, or as estimated where it does not say or failed half-way.
/// </summary>
internal sealed class MeteredChatClient(IChatClient inner, UsageLedger ledger, string account, int answerTokens, SemaphoreSlim places) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var estimate = TokenCounter.Count(asked);
        if (!ledger.TryReserve(account, estimate + answerTokens))
            throw new OverBudgetException();
        var used = new TokenUse(estimate, 0);
        try
        {
            await TakePlaceAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var response = await base.GetResponseAsync(asked, options, cancellationToken).ConfigureAwait(false);
                used = new TokenUse(
                    response.Usage?.InputTokenCount ?? estimate,
                    response.Usage?.OutputTokenCount ?? TokenCounter.Count(response.Messages));
                return response;
            }
            finally
            {
                places.Release();
            }
        }
        catch (NoPlaceException)
        {
            used = default;
            throw;
        }
        finally
        {
            ledger.Settle(account, estimate + answerTokens, used);
            ModelMeter.Use(used.Input, used.Output);
        }
    }

    private async Task TakePlaceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw new NoPlaceException();
        }
    }
}
