using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using NewsBot.Batch;
using NewsBot.Core.Answering;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;

namespace NewsBot.Mcp;

/// <summary>
/// The commands as tools of the Model Context Protocol. Each call takes the way of any other question, limits, deadline and
/// gate included, and gives the JSON that <c>batch</c> gives: the articles' own sentences, with where they stand.
/// </summary>
internal static class McpTools
{
    private const string Instructions =
        "Tools over an archive of news articles. Answers are sentences of the articles with numbered citations (outlet, date, address, place in the text); " +
        "text in quotation marks is verbatim. \"declined\" means that the archive has nothing that answers; do not fill the gap.";

    private static readonly Caller Assistant = new("mcp", IsAdmin: false);

    /// <summary>Adds the server, without a way to reach it.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="audience">Who is behind the assistant.</param>
    /// <param name="router">What answers; null for the one among the services.</param>
    public static IMcpServerBuilder AddNewsTools(this IServiceCollection services, Audience audience, CommandRouter? router = null)
    {
        foreach (var tool in NewsTool.All)
            services.AddSingleton(provider => Create(tool, audience, router ?? provider.GetRequiredService<CommandRouter>()));
        return services.AddMcpServer(server =>
        {
            server.ServerInfo = new Implementation { Name = "newsbot", Version = typeof(McpTools).Assembly.GetName().Version?.ToString(3) ?? "0" };
            server.ServerInstructions = Instructions;
        });
    }

    private static McpServerTool Create(NewsTool tool, Audience audience, CommandRouter router) => McpServerTool.Create(
        async (
            string text,
            [Description("Only articles of this outlet")] string? source = null,
            [Description("Only articles published on or after this day, as 2024-05-14")] DateOnly? from = null,
            [Description("Only articles published on or before this day, as 2024-05-14")] DateOnly? to = null,
            CancellationToken cancellationToken = default) =>
        {
            var call = new CommandCall
            {
                Command = tool.Command,
                Text = text,
                Source = source,
                Published = new DateInterval(from, to),
                Caller = Assistant,
                Audience = audience,
                AsExtracts = true,
            };
            return Result(await router.AnswerAsync(call, cancellationToken).ConfigureAwait(false));
        },
        new McpServerToolCreateOptions
        {
            Name = tool.Name,
            Description = $"{tool.Description} text: {tool.Text}",
            ReadOnly = true,
            Idempotent = true,
            OpenWorld = false,
        });

    private static CallToolResult Result(Answer answer) => new()
    {
        Content = [new TextContentBlock { Text = JsonSerializer.Serialize(BatchRunner.Reply(answer), BatchJson.Readable.BatchReply) }],
        IsError = answer.Status == AnswerStatus.Error,
    };
}
