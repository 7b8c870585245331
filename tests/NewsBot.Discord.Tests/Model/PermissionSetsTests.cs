using NewsBot.Discord.Model;
using NewsBot.Discord.Tests.Support;

namespace NewsBot.Discord.Tests.Model;

public sealed class PermissionSetsTests
{
    private const Permissions Base = Permissions.ViewChannel | Permissions.SendMessages | Permissions.EmbedLinks;
    private static readonly Snowflake Me = new(900);
    private static readonly Snowflake Owner = new(1);
    private static readonly Snowflake Everyone = new(800);
    private static readonly Snowflake Role = new(7);

    [Fact]
    public void Roles_add_up_and_overwrites_apply_from_everyone_over_roles_to_the_member()
    {
        Assert.Equal(Base | Permissions.AttachFiles, Reckon([Role]));
        Assert.Equal(Base, Reckon([]));
        Assert.Equal(Base & ~Permissions.EmbedLinks, Reckon([], Deny(Everyone, Permissions.EmbedLinks)));
        Assert.Equal(Base, Reckon([Role], Deny(Everyone, Permissions.EmbedLinks | Permissions.AttachFiles), Allow(Role, Permissions.EmbedLinks)));
        Assert.Equal(Base & ~Permissions.EmbedLinks, Reckon([], Allow(Everyone, Permissions.EmbedLinks), new PermissionOverwrite(Me, OverwriteType.Member, Permissions.None, Permissions.EmbedLinks)));
        Assert.Equal(Base, Reckon([], Deny(Role, Permissions.EmbedLinks)));
    }

    [Fact]
    public void The_owner_and_administrators_may_everything()
    {
        Assert.Equal(PermissionSets.All, PermissionSets.InChannel(Guild(), Owner, [], Channel(Deny(Everyone, Permissions.ViewChannel))));
        var admin = Guild() with { Roles = [new Role { Id = Everyone, Permissions = Permissions.Administrator }] };
        Assert.Equal(PermissionSets.All, PermissionSets.InChannel(admin, Me, [], Channel(Deny(Everyone, Permissions.ViewChannel))));
    }

    [Fact]
    public void Without_view_nothing_is_left_and_without_send_nothing_can_be_embedded()
    {
        Assert.Equal(Permissions.None, Reckon([], Deny(Everyone, Permissions.ViewChannel)));
        Assert.Equal(Permissions.ViewChannel, Reckon([], Deny(Everyone, Permissions.SendMessages)));
    }

    [Fact]
    public void Missing_permissions_are_named_as_Discord_names_them()
    {
        var missing = (Permissions.SendMessagesInThreads | Base).MissingFrom(Permissions.ViewChannel | Permissions.EmbedLinks);
        Assert.Equal(["Send Messages", "Send Messages in Threads"], PermissionSets.NamesOf(missing));
        Assert.Equal(Permissions.None, Base.MissingFrom(Permissions.Administrator));
    }

    [Fact]
    public async Task The_bots_own_rights_in_a_thread_are_those_of_its_channel()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = request => request.Path switch
        {
            "channels/20" => new Scripted(200, """{"id":"20","type":11,"guild_id":"800","parent_id":"12"}"""),
            "channels/12" => new Scripted(200, """{"id":"12","type":0,"guild_id":"800","permission_overwrites":[{"id":"7","type":0,"allow":"0","deny":"16384"}]}"""),
            "guilds/800" => new Scripted(200, """{"id":"800","name":"g","owner_id":"1","roles":[{"id":"800","permissions":"3072"},{"id":"7","permissions":"274877923328"}]}"""),
            "users/@me" => new Scripted(200, """{"id":"900","username":"newsbot"}"""),
            "guilds/800/members/900" => new Scripted(200, """{"user":{"id":"900"},"roles":["7"]}"""),
            _ => new Scripted(404),
        };
        await using var client = RunningClient.Make(server);
        var granted = (await client.Client.GetOwnPermissionsAsync(new Snowflake(20), CancellationToken.None)).Value;
        Assert.Equal(Permissions.ViewChannel | Permissions.SendMessages | Permissions.SendMessagesInThreads, granted);
    }

    private static Permissions Reckon(IReadOnlyCollection<Snowflake> roles, params PermissionOverwrite[] overwrites) =>
        PermissionSets.InChannel(Guild(), Me, roles, Channel(overwrites));

    private static Guild Guild() => new()
    {
        Id = Everyone,
        OwnerId = Owner,
        Roles = [new Role { Id = Everyone, Permissions = Base }, new Role { Id = Role, Permissions = Permissions.AttachFiles }],
    };

    private static Channel Channel(params PermissionOverwrite[] overwrites) => new() { Id = new Snowflake(12), PermissionOverwrites = overwrites };

    private static PermissionOverwrite Allow(Snowflake role, Permissions permissions) => new(role, OverwriteType.Role, permissions, Permissions.None);

    private static PermissionOverwrite Deny(Snowflake role, Permissions permissions) => new(role, OverwriteType.Role, Permissions.None, permissions);
}
