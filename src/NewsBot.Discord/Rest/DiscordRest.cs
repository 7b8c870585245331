using System.Globalization;
using System.Text.Json;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Json;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Rest;

/// <summary>The routes that the client uses, but for those of interactions (<see cref="InteractionRest"/>).</summary>
internal sealed class DiscordRest(RestPipeline pipeline)
{
    private static DiscordJson Types => DiscordJson.Relaxed;

    public Task<DiscordResult<GatewayInfo>> GetGatewayAsync(CancellationToken cancellationToken) =>
        pipeline.SendAsync(Plain("gateway/bot"), Types.GatewayInfo, cancellationToken);

    public Task<DiscordResult<User>> GetSelfAsync(CancellationToken cancellationToken) =>
        pipeline.SendAsync(Plain("users/@me"), Types.User, cancellationToken);

    public Task<DiscordResult<Application>> GetApplicationAsync(CancellationToken cancellationToken) =>
        pipeline.SendAsync(Plain("applications/@me"), Types.Application, cancellationToken);

    public Task<DiscordResult<Message>> CreateMessageAsync(Snowflake channel, MessageDraft draft, string nonce, CancellationToken cancellationToken) =>
        pipeline.SendAsync(
            RestRequest.Channel(HttpMethod.Post, channel, "messages") with { Json = Json(MessageBody.Of(draft, nonce)), Files = draft.Files, Repeatable = true },
            Types.Message, cancellationToken);

    public Task<DiscordResult<Message>> EditMessageAsync(Snowflake channel, Snowflake message, MessageEdit edit, CancellationToken cancellationToken) =>
        pipeline.SendAsync(
            OfMessage(HttpMethod.Patch, channel, message) with { Json = Json(MessageBody.Of(edit)), Files = edit.Files }, Types.Message, cancellationToken);

    public Task<DiscordResult> DeleteMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        pipeline.SendAsync(OfMessage(HttpMethod.Delete, channel, message), goneIsDone: true, cancellationToken);

    public Task<DiscordResult<Message>> GetMessageAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        pipeline.SendAsync(OfMessage(HttpMethod.Get, channel, message), Types.Message, cancellationToken);

    public Task<DiscordResult> TriggerTypingAsync(Snowflake channel, CancellationToken cancellationToken) =>
        pipeline.SendAsync(RestRequest.Channel(HttpMethod.Post, channel, "typing") with { Repeatable = true }, goneIsDone: false, cancellationToken);

    public Task<DiscordResult> AddReactionAsync(Snowflake channel, Snowflake message, string emoji, CancellationToken cancellationToken) =>
        pipeline.SendAsync(
            RestRequest.Channel(HttpMethod.Put, channel, $"messages/{message}/reactions/{Uri.EscapeDataString(emoji)}/@me", "messages/{id}/reactions"),
            goneIsDone: false, cancellationToken);

    public Task<DiscordResult<Channel>> OpenDirectMessageAsync(Snowflake user, CancellationToken cancellationToken) =>
        pipeline.SendAsync(
            Plain("users/@me/channels", HttpMethod.Post) with
            {
                Json = JsonSerializer.SerializeToUtf8Bytes(new RecipientBody(user), Types.RecipientBody),
                Repeatable = true, // The same channel comes back.
            },
            Types.Channel, cancellationToken);

    /// <summary>Not repeated: the thread of the lost attempt would make the next fail. Its id is the message's in any case.</summary>
    public Task<DiscordResult<Channel>> StartThreadAsync(Snowflake channel, Snowflake message, string name, CancellationToken cancellationToken) =>
        pipeline.SendAsync(
            RestRequest.Channel(HttpMethod.Post, channel, $"messages/{message}/threads", "messages/{id}/threads") with
            {
                Json = JsonSerializer.SerializeToUtf8Bytes(new ThreadBody(name), Types.ThreadBody),
            },
            Types.Channel, cancellationToken);

    public Task<DiscordResult<IReadOnlyList<ApplicationCommand>>> GetCommandsAsync(Snowflake application, Snowflake? guild, CancellationToken cancellationToken) =>
        pipeline.SendAsync(OfCommands(HttpMethod.Get, application, guild, "?with_localizations=true"), Types.IReadOnlyListApplicationCommand, cancellationToken);

    public Task<DiscordResult<IReadOnlyList<ApplicationCommand>>> OverwriteCommandsAsync(
        Snowflake application, Snowflake? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken) =>
        pipeline.SendAsync(
            OfCommands(HttpMethod.Put, application, guild, "") with
            {
                Json = JsonSerializer.SerializeToUtf8Bytes(commands, Types.IReadOnlyListApplicationCommand),
            },
            Types.IReadOnlyListApplicationCommand, cancellationToken);

    public Task<DiscordResult<Channel>> GetChannelAsync(Snowflake channel, CancellationToken cancellationToken) =>
        pipeline.SendAsync(RestRequest.Channel(HttpMethod.Get, channel), Types.Channel, cancellationToken);

    public Task<DiscordResult<Guild>> GetGuildAsync(Snowflake guild, CancellationToken cancellationToken) =>
        pipeline.SendAsync(RestRequest.Guild(HttpMethod.Get, guild), Types.Guild, cancellationToken);

    public Task<DiscordResult<Member>> GetMemberAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken) =>
        pipeline.SendAsync(RestRequest.Guild(HttpMethod.Get, guild, $"members/{user}", "members/{id}"), Types.Member, cancellationToken);

    /// <summary>Serializes a message, and nothing else does.</summary>
    internal static ReadOnlyMemory<byte> Json(MessageBody body) => JsonSerializer.SerializeToUtf8Bytes(body, Types.MessageBody);

    private static RestRequest OfMessage(HttpMethod method, Snowflake channel, Snowflake message) =>
        RestRequest.Channel(method, channel, $"messages/{message}", "messages/{id}");

    private static RestRequest OfCommands(HttpMethod method, Snowflake application, Snowflake? guild, string query) => guild is { } id
        ? new RestRequest(method, "applications/{id}/guilds/{id}/commands", id.ToString(), string.Create(CultureInfo.InvariantCulture, $"applications/{application}/guilds/{id}/commands{query}"))
        : new RestRequest(method, "applications/{id}/commands", "", string.Create(CultureInfo.InvariantCulture, $"applications/{application}/commands{query}"));

    private static RestRequest Plain(string path, HttpMethod? method = null) => new(method ?? HttpMethod.Get, path, "", path);
}
