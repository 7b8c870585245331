using NewsBot.Core.Commands.Reload;

namespace NewsBot.Models.Prompts;

/// <summary>The prompts in use. A prompt that cannot be read when they are read again leaves the last good one in use.</summary>
internal sealed class PromptLibrary : IReloadedToo
{
    private const string Shipped = "prompts";
    private readonly string _folder;
    private volatile IReadOnlyDictionary<string, Prompt> _prompts;

    private PromptLibrary(string folder, IReadOnlyDictionary<string, Prompt> prompts)
    {
        _folder = folder;
        _prompts = prompts;
    }

    public Prompt this[string name] => _prompts[name];

    /// <returns>The prompts, or one line that says what is wrong with one, where, and with how many more.</returns>
    public static (PromptLibrary? Library, string? Problem) Open(string folder)
    {
        folder = FolderOf(folder);
        var (prompts, problems) = Read(folder);
        return problems.Count == 0
            ? (new PromptLibrary(folder, prompts), null)
            : (null, problems[0] + (problems.Count > 1 ? $" (and {problems.Count - 1} more)" : ""));
    }

    /// <summary>Reads the prompts again.</summary>
    /// <returns>What is wrong, one line each.</returns>
    public IReadOnlyList<string> Reload()
    {
        var (read, problems) = Read(_folder);
        var prompts = new Dictionary<string, Prompt>(_prompts);
        foreach (var (name, prompt) in read)
            prompts[name] = prompt;
        _prompts = prompts;
        return problems;
    }

    /// <summary>The folder of the settings; else <c>prompts</c> in the working directory; else the one beside the program.</summary>
    private static string FolderOf(string configured)
    {
        if (configured.Length > 0)
            return Path.GetFullPath(configured);
        return Directory.Exists(Shipped) ? Path.GetFullPath(Shipped) : Path.Combine(AppContext.BaseDirectory, Shipped);
    }

    private static (Dictionary<string, Prompt> Prompts, List<string> Problems) Read(string folder)
    {
        var prompts = new Dictionary<string, Prompt>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var name in PromptNames.All)
        {
            var (prompt, problem) = PromptFile.Read(folder, name);
            if (prompt is not null)
                prompts[name] = prompt;
            else
                problems.Add(problem!);
        }

        return (prompts, problems);
    }
}
