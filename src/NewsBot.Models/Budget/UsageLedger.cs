using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace NewsBot.Models.Budget;

internal readonly record struct TokenUse(long Input, long Output)
{
    public long Total => Input + Output;

    public static TokenUse operator +(TokenUse a, TokenUse b) => new(a.Input + b.Input, a.Output + b.Output);
}

/// <summary>
/// Counts tokens and cost for each account and day (UTC), and keeps the caps. The counts of the day are a file in the data
/// folder, so that a restart does not open the purse again. What is under way is reserved, so that many questions at once
/// do not go over the cap together. Safe for use by several threads.
/// </summary>
internal sealed class UsageLedger
{
    public const string FileName = "model-usage.json";
    private const decimal Million = 1_000_000;
    private readonly Lock _lock = new();
    private readonly string _file;
    private readonly ModelSettings _settings;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Dictionary<string, long> _reserved = new(StringComparer.Ordinal);
    private UsageDay _day;

    public UsageLedger(string dataFolder, ModelSettings settings, TimeProvider time, ILogger logger)
    {
        _file = Path.Combine(dataFolder, FileName);
        _settings = settings;
        _time = time;
        _logger = logger;
        _day = Read();
    }

    /// <summary>Sets tokens aside for a request, if the caps allow.</summary>
    public bool TryReserve(string account, long tokens)
    {
        lock (_lock)
        {
            Turn();
            var all = _reserved.Values.Sum() + Total.Total + tokens;
            var own = _reserved.GetValueOrDefault(account) + _day.Accounts.GetValueOrDefault(account).Total + tokens;
            if (Exceeds(all, _settings.TokensPerDay) || Exceeds(own, _settings.ServerTokensPerDay) || (_settings.CostPerDay > 0 && Cost(Total) >= _settings.CostPerDay))
                return false;
            _reserved[account] = _reserved.GetValueOrDefault(account) + tokens;
            return true;
        }
    }

    /// <summary>Enters what a request used, in place of what was reserved for it.</summary>
    public void Settle(string account, long reserved, TokenUse used)
    {
        lock (_lock)
        {
            Turn();
            if ((_reserved[account] -= reserved) == 0)
                _reserved.Remove(account);
            if (used == default)
                return;
            _day.Accounts[account] = _day.Accounts.GetValueOrDefault(account) + used;
            Write();
        }
    }

    /// <summary>What all accounts have used today.</summary>
    public (TokenUse Use, decimal Cost) Today()
    {
        lock (_lock)
        {
            Turn();
            return (Total, Cost(Total));
        }
    }

    /// <summary>When the next day begins.</summary>
    public DateTimeOffset NextDay => new(_time.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);

    private TokenUse Total => _day.Accounts.Values.Aggregate(default(TokenUse), (sum, use) => sum + use);

    private string Date => _time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private decimal Cost(TokenUse use) => (use.Input * _settings.InputPrice / Million) + (use.Output * _settings.OutputPrice / Million);

    private static bool Exceeds(long tokens, long cap) => cap > 0 && tokens > cap;

    private void Turn()
    {
        if (_day.Date != Date)
            _day = new UsageDay(Date, []);
    }

    private UsageDay Read()
    {
        try
        {
            if (File.Exists(_file) && JsonSerializer.Deserialize<UsageDay>(File.ReadAllText(_file)) is { Date: { } date, Accounts: not null } day && date == Date)
                return day;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            _logger.LogWarning("{File} cannot be read; today's use of the language model is counted from zero", FileName);
        }

        return new UsageDay(Date, []);
    }

    private void Write()
    {
        try
        {
            var draft = _file + ".new";
            File.WriteAllText(draft, JsonSerializer.Serialize(_day));
            File.Move(draft, _file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _logger.LogWarning("{File} cannot be written; a restart will not know of today's use of the language model", FileName);
        }
    }

    private sealed record UsageDay(string Date, Dictionary<string, TokenUse> Accounts);
}
