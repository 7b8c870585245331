using System.Globalization;
using NewsBot.Core.Commands.Status;
using NewsBot.Models.Budget;
using NewsBot.Models.Calling;

namespace NewsBot.Models;

/// <summary>The model as the status shows it.</summary>
internal sealed class ModelState(ModelSettings settings, LanguageModel model, UsageLedger ledger) : IModelState
{
    public IReadOnlyList<string> Describe()
    {
        var (use, cost) = ledger.Today();
        var cap = settings.TokensPerDay > 0 ? string.Create(CultureInfo.InvariantCulture, $" of {settings.TokensPerDay:N0}") : "";
        var price = settings.InputPrice + settings.OutputPrice > 0
            ? string.Create(CultureInfo.InvariantCulture, $", cost {cost:0.00}{(settings.CostPerDay > 0 ? $" of {settings.CostPerDay:0.00}" : "")}")
            : "";
        return
        [
            settings + (model.IsPaused ? ", paused after failures" : ", in use"),
            string.Create(CultureInfo.InvariantCulture, $"today {use.Total:N0}{cap} tokens{price}"),
        ];
    }
}
