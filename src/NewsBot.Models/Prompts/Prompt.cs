using Microsoft.SemanticKernel;

namespace NewsBot.Models.Prompts;

/// <summary>A prompt that was read and found good.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Function">The prompt as a function.</param>
/// <param name="Settings">Execution settings from its configuration.</param>
internal sealed record Prompt(string Name, KernelFunction Function, PromptExecutionSettings Settings)
{
    /// <summary>Whether it asks for statements with evidence, and not for a question.</summary>
    public bool AsksForStatements => Name != PromptNames.FollowUp;

    public KernelArguments Arguments(IReadOnlyDictionary<string, string> values, KernelPlugin? tools)
    {
        var settings = Settings.Clone();
        if (tools is not null)
            settings.FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(tools, autoInvoke: false);
        var arguments = new KernelArguments(settings);
        foreach (var (name, value) in values)
            arguments[name] = value;
        return arguments;
    }
}

/// <summary>The prompts that the program asks with, and what each may speak of.</summary>
internal static class PromptNames
{
    public const string Ask = "ask";
    public const string Summary = "summary";
    public const string WhoSaid = "whosaid";
    public const string When = "when";
    public const string Timeline = "timeline";
    public const string FollowUp = "follow-up";
    public const string Plan = "plan";

    public static readonly IReadOnlyList<string> All = [Ask, Summary, WhoSaid, When, Timeline, FollowUp, Plan];

    /// <summary>Variables of a prompt; the first ones, as many as <paramref name="needed"/> says, it must use.</summary>
    public static IReadOnlyList<string> Variables(string name, out int needed)
    {
        needed = name == Plan ? 1 : 2;
        return name switch
        {
            Plan => ["question", "today"],
            FollowUp => ["question", "conversation", "today"],
            _ => ["question", "evidence", "found", "today"],
        };
    }
}
