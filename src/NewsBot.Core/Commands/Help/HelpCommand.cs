using System.Text;
using NewsBot.Core.Answering;

namespace NewsBot.Core.Commands.Help;

/// <summary><c>/help</c>: what can be asked, and how.</summary>
/// <param name="definitions">The definitions of all commands, asked for late because help is one of them.</param>
internal sealed class HelpCommand(Func<IEnumerable<CommandDefinition>> definitions) : ICommand
{
    public CommandDefinition Definition { get; } = new("help", "What you can ask, and how", "", "", NeedsText: false);

    public Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var help = new StringBuilder("Ask about the news in plain words, or with a command. Every answer says where it stands.\n");
        foreach (var command in definitions().Where(command => command.IsListed && (!command.AdminOnly || context.Call.Caller.IsAdmin)))
        {
            var call = $"/{command.Name} {command.Argument}".TrimEnd();
            help.Append('\n').Append(call.PadRight(36)).Append(' ').Append(command.Summary);
            if (command.Example.Length > 0)
                help.Append('\n').Append(' ', 37).Append($"e.g. /{command.Name} {command.Example}");
        }

        return Task.FromResult(AnswerDraft.Say(help.ToString()));
    }
}
