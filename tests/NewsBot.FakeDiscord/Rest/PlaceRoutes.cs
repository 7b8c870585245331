using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Validation;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Rest;

/// <summary>The gateway's address, the bot itself, guilds, channels, threads and direct-message channels.</summary>
internal sealed class PlaceRoutes(FakeDiscordServer server)
{
    private const int MostOpened = 20;
    private static readonly TimeSpan OpenedWithin = TimeSpan.FromMinutes(10);
    private readonly Queue<DateTimeOffset> opened = new();

    public IEnumerable<Route> Routes =>
    [
        new("GET", "gateway", _ => RestReply.Ok(new JsonObject { ["url"] = server.GatewayUrl })),
        new("GET", "gateway/bot", _ => RestReply.Ok(GatewayForBots())),
        new("GET", "users/@me", _ => RestReply.Ok(Payloads.Of(server.World.Bot))),
        new("GET", "users/{user}", call => server.World.Users.GetValueOrDefault(call.Id("user")) is { } user ? RestReply.Ok(Payloads.Of(user)) : RestReply.UnknownUser),
        new("GET", "users/@me/guilds", _ => RestReply.Ok(Payloads.Array(server.World.Guilds.Values.Where(guild => guild.HasBot).Select(guild => Payloads.Of(guild, asEvent: false))))),
        new("DELETE", "users/@me/guilds/{guild}", Leave),
        new("POST", "users/@me/channels", OpenDirect),
        new("GET", "applications/@me", _ => RestReply.Ok(Application())),
        new("GET", "oauth2/applications/@me", _ => RestReply.Ok(Application())),
        new("GET", "channels/{channel}", call => server.Access.To(call.Id("channel"), Permission.None, out var channel) ?? RestReply.Ok(Payloads.Of(channel!))),
        new("PATCH", "channels/{channel}", EditThread),
        new("POST", "channels/{channel}/messages/{message}/threads", StartThread),
        new("POST", "channels/{channel}/threads", StartBareThread),
        new("GET", "guilds/{guild}", call => InGuild(call, guild => Payloads.Of(guild, asEvent: false))),
        new("GET", "guilds/{guild}/roles", call => InGuild(call, guild => Payloads.Array(guild.Roles.Values.Select(role => Payloads.Of(role, server.World.Bot))))),
        new("GET", "guilds/{guild}/channels", call => InGuild(call, guild => Payloads.Array(guild.Channels.Where(channel => !channel.IsThread && !channel.Deleted).Select(Payloads.Of)))),
        new("GET", "guilds/{guild}/members/{user}", Member),
    ];

    private JsonObject GatewayForBots()
    {
        server.Conduct.Exercise(SheetRow.IdentifyRate);
        var budget = server.Gateway.Budget;
        return new JsonObject
        {
            ["url"] = server.GatewayUrl,
            ["shards"] = server.Options.RecommendedShards,
            ["session_start_limit"] = new JsonObject
            {
                ["total"] = server.Options.IdentifyLimit,
                ["remaining"] = budget.Remaining,
                ["reset_after"] = (long)budget.ResetAfter.TotalMilliseconds,
                ["max_concurrency"] = server.Options.MaxConcurrency,
            },
        };
    }

    private JsonObject Application() => new()
    {
        ["id"] = Payloads.Id(server.World.Bot.Id),
        ["name"] = server.World.Bot.Username,
        ["description"] = "",
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = server.PublicKey,
        ["flags"] = server.ApplicationFlags,
        ["interactions_endpoint_url"] = server.Endpoint.Url?.ToString(),
        ["bot"] = Payloads.Of(server.World.Bot),
        ["owner"] = null,
    };

    private RestReply InGuild(RestCall call, Func<Guild, JsonNode> then)
    {
        if (!server.World.Guilds.TryGetValue(call.Id("guild"), out var guild))
            return RestReply.UnknownGuild;
        return guild.HasBot ? RestReply.Ok(then(guild)) : RestReply.MissingAccess;
    }

    private RestReply Member(RestCall call)
    {
        if (!server.World.Guilds.TryGetValue(call.Id("guild"), out var guild))
            return RestReply.UnknownGuild;
        if (!guild.HasBot)
            return RestReply.MissingAccess;
        return guild.Members.TryGetValue(call.Id("user"), out var member)
            ? RestReply.Ok(Payloads.Of(member, withUser: true))
            : RestReply.Error(404, 10007, "Unknown Member");
    }

    private RestReply Leave(RestCall call)
    {
        if (!server.World.Guilds.TryGetValue(call.Id("guild"), out var guild) || !guild.HasBot)
            return RestReply.UnknownGuild;
        server.RemoveBot(guild);
        return RestReply.NoContent;
    }

    private RestReply OpenDirect(RestCall call)
    {
        var errors = new FormErrors();
        if (Form.Snowflake(call.Body["recipient_id"]) is not { } id || !server.World.Users.TryGetValue(id, out var user) || user == server.World.Bot)
        {
            errors.Add("recipient_id", "INVALID_RECIPIENT", "Unknown recipient");
            return errors.Reply();
        }

        var known = server.World.Channels.Values.Any(channel => channel.Recipient == user);
        var now = server.Options.Time.GetUtcNow();
        while (opened.TryPeek(out var first) && now - first > OpenedWithin)
            opened.Dequeue();
        if (!known && opened.Count >= MostOpened)
            return RestReply.Error(400, 40003, "You are opening direct messages too fast");
        if (!known)
            opened.Enqueue(now);
        return RestReply.Ok(Payloads.Of(server.World.DirectChannel(user)));
    }

    private RestReply EditThread(RestCall call)
    {
        if (server.Access.To(call.Id("channel"), Permission.None, out var channel) is { } refused)
            return refused;
        if (!channel!.IsThread)
            return RestReply.MissingPermissions;
        var errors = new FormErrors();
        var name = Form.Text(call.Body, "name", "", errors, 1, 100);
        var archived = Form.Flag(call.Body, "archived", "", errors);
        if (errors.Any)
            return errors.Reply();
        channel.Name = name ?? channel.Name;
        channel.Archived = archived ?? channel.Archived;
        server.Announcements.OfChannel("THREAD_UPDATE", channel);
        return RestReply.Ok(Payloads.Of(channel));
    }

    private RestReply StartThread(RestCall call)
    {
        server.Conduct.Exercise(SheetRow.Threads);
        if (server.Access.To(call.Id("channel"), Permission.None, out var channel) is { } refused)
            return refused;
        if (channel!.Guild is null || channel.IsThread || channel.Kind is not (ChannelKind.Text or ChannelKind.Announcement))
            return RestReply.Error(400, 50024, "Cannot execute action on this channel type");
        var message = server.World.FindMessage(channel.Id, call.Id("message"));
        if (message is null or { IsEphemeral: true })
            return RestReply.UnknownMessage;
        if (!server.World.BotRights(channel).HasFlag(Permission.CreatePublicThreads))
            return server.Access.Lacks();
        if (ThreadForm(call.Body) is { } invalid)
            return invalid;
        if (message.Thread is not null)
            return RestReply.Error(400, 160004, "A thread has already been created for this message");
        var kind = channel.Kind == ChannelKind.Announcement ? ChannelKind.AnnouncementThread : ChannelKind.PublicThread;
        message.Thread = Make(message.Id, kind, call.Body, channel);
        server.Announcements.Updated(message);
        return RestReply.Created(Payloads.Of(message.Thread));
    }

    private RestReply StartBareThread(RestCall call)
    {
        server.Conduct.Exercise(SheetRow.Threads);
        if (server.Access.To(call.Id("channel"), Permission.None, out var channel) is { } refused)
            return refused;
        if (channel!.Guild is null || channel.IsThread)
            return RestReply.Error(400, 50024, "Cannot execute action on this channel type");
        var type = Form.TryNumber(call.Body["type"], out var given) ? (ChannelKind)given : ChannelKind.PrivateThread;
        var needed = type == ChannelKind.PrivateThread ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads;
        if (!server.World.BotRights(channel).HasFlag(needed))
            return server.Access.Lacks();
        return ThreadForm(call.Body) ?? RestReply.Created(Payloads.Of(Make(server.World.Ids.Next(), type, call.Body, channel)));
    }

    private RestReply? ThreadForm(JsonObject body)
    {
        var errors = new FormErrors();
        Form.Text(body, "name", "", errors, 1, 100, required: true);
        if (Form.Number(body, "auto_archive_duration", "", errors) is { } minutes && minutes is not (60 or 1440 or 4320 or 10080))
            errors.NotOneOf("auto_archive_duration", "(60, 1440, 4320, 10080)");
        Form.Number(body, "rate_limit_per_user", "", errors, 0, 21600);
        if (!errors.Any)
            return null;
        server.Conduct.Violate(SheetRow.Threads, string.Join(", ", errors.Paths));
        return errors.Reply();
    }

    private Channel Make(ulong id, ChannelKind kind, JsonObject body, Channel parent)
    {
        var thread = new Channel(server, id, kind, (string)body["name"]!, parent.Guild, parent);
        if (Form.TryNumber(body["auto_archive_duration"], out var minutes))
            thread.AutoArchiveMinutes = (int)minutes;
        thread.ThreadMembers.Add(server.World.Bot.Id);
        server.World.AddChannel(thread);
        server.Announcements.OfChannel("THREAD_CREATE", thread);
        return thread;
    }
}
