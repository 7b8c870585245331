using Microsoft.Extensions.Configuration;

namespace NewsBot.Models.Tests;

public sealed class ModelSettingsTests
{
    private static (ModelSettings? Settings, string? Problem) Read(params (string Name, string Value)[] values) => ModelSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(ModelSettings.Section + ":" + value.Name, (string?)value.Value))).Build(),
        TimeSpan.FromSeconds(20));

    [Fact]
    public void Without_a_section_there_is_no_model_and_nothing_wrong()
    {
        Assert.Equal((null, null), Read());
        Assert.Equal((null, null), Read(("Provider", ""), ("ApiKey", " ")));
    }

    [Theory]
    [InlineData("Provider", "gemini", "must be openai, azure, compatible or ollama")]
    [InlineData("Provider", "", "must be openai, azure, compatible or ollama")]
    [InlineData("Name", "", "Name is missing")]
    [InlineData("Endpoint", "", "Endpoint is missing")]
    [InlineData("Endpoint", "not an address", "Endpoint is not an address")]
    [InlineData("Endpoint", "file:///etc/passwd", "Endpoint is not an address")]
    [InlineData("TimeoutSeconds", "20", "must be less than NewsBot:DeadlineSeconds (20)")]
    [InlineData("TimeoutSeconds", "0", "whole number from 1 to 600")]
    [InlineData("ConcurrentCalls", "many", "whole number from 1 to 64")]
    [InlineData("EvidenceTokens", "10", "whole number from 500")]
    [InlineData("ServerTokensPerDay", "-1", "whole number from 0.")]
    [InlineData("InputPrice", "cheap", "must be a number such as 2.50")]
    [InlineData("CostPerDay", "5", "needs NewsBot:Model:InputPrice")]
    public void What_is_wrong_is_one_line_that_names_the_setting(string name, string value, string expected)
    {
        (string, string)[] good = [("Provider", "compatible"), ("Name", "m"), ("Endpoint", "http://127.0.0.1:1/v1")];
        Assert.NotNull(Read(good).Settings);
        var (settings, problem) = Read([.. good.Where(pair => pair.Item1 != name), (name, value)]);
        Assert.Null(settings);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem!);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("azure")]
    public void A_provider_that_needs_a_key_says_so(string provider) =>
        Assert.Contains("ApiKey is missing", Read(("Provider", provider), ("Name", "m"), ("Endpoint", "https://x.example")).Problem, StringComparison.Ordinal);

    [Fact]
    public void Printing_the_settings_does_not_show_the_key_or_what_stands_in_the_address()
    {
        var settings = Read(("Provider", "compatible"), ("Name", "m"), ("Endpoint", "http://user:pass@host.example:8000/v1?key=abc"), ("ApiKey", "sk-secret")).Settings!;
        Assert.Equal("m (compatible at http://host.example:8000)", settings.ToString());
    }

    [Fact]
    public void The_model_gets_six_tenths_of_the_time_unless_said_otherwise()
    {
        (string, string)[] good = [("Provider", "ollama"), ("Name", "m"), ("Endpoint", "http://127.0.0.1:1")];
        Assert.Equal(TimeSpan.FromSeconds(12), Read(good).Settings!.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(3), Read([.. good, ("TimeoutSeconds", "3")]).Settings!.Timeout);
    }
}
