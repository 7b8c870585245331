using NewsBot.Core.Answering;
using NewsBot.Core.Commands;
using NewsBot.Core.Commands.Digest;
using NewsBot.Discord.Model;
using NewsBot.Discord.Places;

namespace NewsBot.Discord.Digests;

/// <summary><c>/digest</c>: what is new, posted in this channel every hour or every day; <c>/digest off</c> ends that.</summary>
internal sealed class DigestCommand(DigestBoard board, DiscordSettings settings, TimeProvider time) : ICommand
{
    public const string Name = "digest";
    public const string Off = "off";

    public CommandDefinition Definition { get; } = new(
        Name, "Posts what is new in this channel, daily or hourly", "[daily 08:00 ZONE, hourly or off]", "daily 08:00 Europe/Berlin", AdminOnly: true, NeedsText: false);

    public Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken) =>
        Task.FromResult(AnswerDraft.Say(ChannelKey.Parse(context.Call.Place) is { } place ? Reply(place, context) : "A digest is posted in a channel of a server; ask for it there."));

    private string Reply(ChannelKey place, CommandContext context)
    {
        var text = context.Text.Trim();
        var present = board.Of(place.Channel);
        if (text.Length == 0)
            return present is null ? "This channel has no digest." : $"This channel has a digest: {present.Schedule}.";
        if (text.Equals(Off, StringComparison.OrdinalIgnoreCase))
            return board.Remove(place.Channel) ? "This channel gets no digests any more." : "This channel has no digest.";
        var (schedule, problem) = DigestSchedule.Parse(text, present?.Schedule.Zone ?? settings.Zone);
        if (schedule is null)
            return problem!;
        board.Set(new ChannelDigest(place, AskerOf(context), schedule, time.GetUtcNow()));
        return $"This channel gets a digest of what is new: {schedule}. A period without news is left out.";
    }

    private static Snowflake AskerOf(CommandContext context) =>
        Snowflake.TryParse(context.Call.Caller.Id.Split(':')[^1], out var asker) ? asker : default;
}
