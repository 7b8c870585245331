using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Models.Budget;

namespace NewsBot.Models.Tests.Budget;

public sealed class UsageLedgerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsbot-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 14, 22, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private UsageLedger Open(Func<ModelSettings, ModelSettings>? with = null)
    {
        var settings = new ModelSettings { Provider = ModelProvider.Compatible, Name = "m", ServerTokensPerDay = 1000, TokensPerDay = 1500 };
        return new UsageLedger(_folder, with?.Invoke(settings) ?? settings, _time, NullLogger.Instance);
    }

    private static bool Use(UsageLedger ledger, string account, long tokens)
    {
        if (!ledger.TryReserve(account, tokens))
            return false;
        ledger.Settle(account, tokens, new TokenUse(tokens, 0));
        return true;
    }

    [Fact]
    public void A_server_has_its_own_cap_and_all_together_another()
    {
        var ledger = Open();
        Assert.True(Use(ledger, "one", 900));
        Assert.False(Use(ledger, "one", 200));
        Assert.True(Use(ledger, "two", 500));
        Assert.False(Use(ledger, "three", 200));
        Assert.Equal(1400, ledger.Today().Use.Total);
    }

    [Fact]
    public void What_is_under_way_counts_and_what_was_not_used_is_given_back()
    {
        var ledger = Open();
        Assert.True(ledger.TryReserve("one", 600));
        Assert.False(ledger.TryReserve("one", 600));
        ledger.Settle("one", 600, new TokenUse(100, 50));
        Assert.True(ledger.TryReserve("one", 600));
    }

    [Fact]
    public void A_restart_does_not_open_the_purse_again_but_the_next_day_does()
    {
        Assert.True(Use(Open(), "one", 900));
        Assert.False(Use(Open(), "one", 200));
        _time.Advance(TimeSpan.FromHours(3));
        var ledger = Open();
        Assert.Equal(0, ledger.Today().Use.Total);
        Assert.True(Use(ledger, "one", 900));
    }

    [Fact]
    public void The_day_turns_while_the_program_runs()
    {
        var ledger = Open();
        Assert.True(Use(ledger, "one", 900));
        Assert.Equal(new DateTimeOffset(2024, 5, 15, 0, 0, 0, TimeSpan.Zero), ledger.NextDay);
        _time.Advance(TimeSpan.FromHours(2));
        Assert.True(Use(ledger, "one", 900));
    }

    [Fact]
    public void Cost_is_counted_by_the_prices_and_capped()
    {
        var ledger = Open(settings => settings with { InputPrice = 2, OutputPrice = 10, CostPerDay = 0.001m, ServerTokensPerDay = 0, TokensPerDay = 0 });
        Assert.True(ledger.TryReserve("one", 10));
        ledger.Settle("one", 10, new TokenUse(100, 90));
        Assert.Equal(0.0011m, ledger.Today().Cost);
        Assert.False(ledger.TryReserve("two", 10));
    }

    [Fact]
    public void A_damaged_file_counts_from_zero_and_no_cap_is_no_cap()
    {
        File.WriteAllText(Path.Combine(_folder, UsageLedger.FileName), "{");
        var ledger = Open(settings => settings with { ServerTokensPerDay = 0, TokensPerDay = 0 });
        Assert.True(Use(ledger, "one", 1_000_000_000));
    }
}
