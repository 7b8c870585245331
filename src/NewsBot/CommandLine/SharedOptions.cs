using System.CommandLine;

namespace NewsBot.CommandLine;

/// <summary>Options that every verb has.</summary>
internal sealed class SharedOptions
{
    public Option<string?> Data { get; } = new("--data")
    {
        Description = "The folder with the store and the index (default: data)",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<string[]> Sources { get; } = new("--sources")
    {
        Description = "Files, folders and addresses with articles, or a sources.yaml; they are read into the data folder first, and only they and what was added in chat",
        HelpName = "PATH",
        Recursive = true,
        AllowMultipleArgumentsPerToken = true,
    };
}
