using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Validation;

/// <summary>Whom a message may notify.</summary>
internal sealed record AllowedMentions(bool AllUsers, bool AllRoles, bool Everyone, IReadOnlySet<ulong> Users, IReadOnlySet<ulong> Roles, bool RepliedUser)
{
    private const int MostIds = 100;
    private static readonly HashSet<ulong> None = [];

    /// <summary>What counts when an ordinary message says nothing: everybody.</summary>
    public static AllowedMentions OfMessage { get; } = new(true, true, true, None, None, true);

    /// <summary>What counts when a response to an interaction says nothing: users alone.</summary>
    public static AllowedMentions OfInteraction { get; } = new(true, false, false, None, None, false);

    public static AllowedMentions? Read(JsonObject body, FormErrors errors)
    {
        if (body["allowed_mentions"] is not JsonObject given)
            return null;
        const string path = "allowed_mentions.";
        var parse = new HashSet<string>();
        var list = Form.List(given, "parse", path, errors, max: 3) ?? [];
        for (var index = 0; index < list.Count; index++)
        {
            if (list[index]?.GetValueKind() == JsonValueKind.String && list[index]!.GetValue<string>() is "users" or "roles" or "everyone")
                parse.Add(list[index]!.GetValue<string>());
            else
                errors.NotOneOf($"{path}parse.{index}", "('users', 'roles', 'everyone')");
        }

        var users = Ids(given, "users", parse, errors);
        var roles = Ids(given, "roles", parse, errors);
        return new AllowedMentions(parse.Contains("users"), parse.Contains("roles"), parse.Contains("everyone"), users, roles, Form.Flag(given, "replied_user", path, errors) ?? false);
    }

    private static HashSet<ulong> Ids(JsonObject given, string field, HashSet<string> parse, FormErrors errors)
    {
        var list = Form.List(given, field, "allowed_mentions.", errors, MostIds) ?? [];
        var ids = list.Select(Form.Snowflake).ToList();
        for (var index = 0; index < ids.Count; index++)
        {
            if (ids[index] is null)
                errors.Add($"allowed_mentions.{field}.{index}", "NUMBER_TYPE_COERCE", "Value is not snowflake.");
        }

        if (ids.Count > 0 && parse.Contains(field))
            errors.Add("allowed_mentions.parse", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{field}\"] and {field}: [ids...] are mutually exclusive.");
        return ids.OfType<ulong>().ToHashSet();
    }
}

/// <summary>What a text mentions, and who hears of it.</summary>
internal static partial class Mentions
{
    [GeneratedRegex(@"<@!?(\d{1,20})>")]
    private static partial Regex UserMention();

    [GeneratedRegex(@"<@&(\d{1,20})>")]
    private static partial Regex RoleMention();

    [GeneratedRegex(@"@(everyone|here)\b")]
    private static partial Regex MassMention();

    /// <summary>
    /// Sets what the message mentions, and whom it notifies: those mentioned in the content whom the author names in the allowed
    /// mentions, roles only if they are mentionable or the author may mention everyone, everyone only with that right.
    /// </summary>
    public static Pings Apply(Message message, AllowedMentions allowed, Permission rights)
    {
        var world = message.Channel.Server.World;
        var users = Ids(UserMention(), message.Content).Where(world.Users.ContainsKey).ToList();
        var roles = Ids(RoleMention(), message.Content).Where(id => message.Channel.Guild?.Roles.ContainsKey(id) ?? false).ToList();
        var mass = rights.HasFlag(Permission.MentionEveryone) && message.Channel.Guild is not null;
        var everyone = MassMention().IsMatch(message.Content) && allowed.Everyone && mass;
        message.MentionedUsers = [.. users.Select(id => world.Users[id])];
        message.MentionedRoles = roles;
        message.MentionsEveryone = everyone;

        var pinged = users.Where(id => allowed.AllUsers || allowed.Users.Contains(id)).ToHashSet();
        if (message.ReplyTo is { } target && allowed.RepliedUser)
        {
            message.ReplyPinged = true;
            pinged.Add(target.Author.Id);
            if (!message.MentionedUsers.Contains(target.Author))
                message.MentionedUsers.Add(target.Author);
        }

        var byRole = roles
            .Where(id => allowed.AllRoles || allowed.Roles.Contains(id))
            .Where(id => mass || message.Channel.Guild!.Roles[id].Mentionable)
            .ToHashSet();
        return new Pings(pinged, byRole, everyone);
    }

    private static IEnumerable<ulong> Ids(Regex pattern, string text) =>
        pattern.Matches(text).Select(match => ulong.TryParse(match.Groups[1].Value, out var id) ? id : 0).Where(id => id != 0).Distinct();
}
