using System.CommandLine;
using NewsBot.Extraction;
using NewsBot.Sources.Fetching;

namespace NewsBot.CommandLine;

/// <summary>The verbs of the program. Without a verb it serves.</summary>
internal static class NewsBotCommandLine
{
    public static RootCommand Create()
    {
        var shared = new SharedOptions();
        var root = new RootCommand("NewsBot answers questions about news articles, with citations that can be checked.")
        {
            shared.Data,
            shared.Sources,
            ServeVerb.Create(shared),
            AskVerb.Create(shared),
            BatchVerb.Create(shared),
            AnalyzeVerb.Create(),
            ExtractVerb.Create(new AddressFetch(FetchKind.Page)),
            FeedVerb.Create(new AddressFetch(FetchKind.Feed)),
            CheckVerb.Create(),
            ReloadVerb.Create(shared),
            StatusVerb.Create(shared),
            BackupVerb.Create(shared),
            RestoreVerb.Create(shared),
            McpVerb.Create(shared),
        };
        root.SetAction((parsed, cancellationToken) => ServeVerb.RunAsync(parsed, shared, cancellationToken));
        return root;
    }
}
