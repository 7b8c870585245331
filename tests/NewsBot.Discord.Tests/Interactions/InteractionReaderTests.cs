using System.Text;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Json;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Tests.Interactions;

public sealed class InteractionReaderTests
{
    private const string Head = """{"id":"1","application_id":"901","token":"t","channel_id":"12","user":{"id":"14","username":"ana"},""";

    [Fact]
    public void In_a_direct_message_the_user_is_known_and_has_no_server_rights()
    {
        var command = Read<CommandInteraction>("""
            "type":2,"context":1,"data":{"id":"5","name":"help","type":1}}
            """);
        Assert.Equal((14UL, null, CommandContext.BotDirectMessage), (command.User.Id.Value, command.GuildId, command.Context));
        Assert.False(command.UserMay(Permissions.ManageServer));
        Assert.Null(command.Arguments.Text("anything"));
    }

    [Fact]
    public void Groups_and_subcommands_are_the_path_and_their_options_the_arguments()
    {
        var command = Read<CommandInteraction>("""
            "type":2,"data":{"id":"5","name":"admin","type":1,"options":[{"name":"sources","type":2,"options":[{"name":"add","type":1,"options":[
              {"name":"url","type":3,"value":"https://e.org"},{"name":"count","type":4,"value":7},{"name":"weight","type":10,"value":0.5},{"name":"who","type":6,"value":"77"}]}]}],
              "resolved":{"users":{"77":{"id":"77","username":"bo"}}}}}
            """);
        Assert.Equal(["sources", "add"], command.Path);
        Assert.Equal(("https://e.org", 7L, 0.5), (command.Arguments.Text("url"), command.Arguments.WholeNumber("count"), command.Arguments.Number("weight")));
        Assert.Equal("bo", command.Users[command.Arguments.Id("who")!.Value].Username);
        Assert.Null(command.Arguments.WholeNumber("url"));
        Assert.Null(command.Arguments.Flag("count"));
    }

    [Fact]
    public void A_message_command_brings_the_message_it_was_called_on()
    {
        var command = Read<CommandInteraction>("""
            "type":2,"data":{"id":"5","name":"Check this","type":3,"target_id":"66","resolved":{"messages":{"66":{"id":"66","channel_id":"12","content":"He said \"no\"."}}}}}
            """);
        Assert.Equal((CommandType.Message, "He said \"no\"."), (command.CommandType, command.TargetMessage!.Content));
    }

    [Fact]
    public void Autocomplete_tells_which_argument_is_typed_and_what_so_far()
    {
        var typing = Read<AutocompleteInteraction>("""
            "type":4,"data":{"id":"5","name":"ask","type":1,"options":[{"name":"question","type":3,"value":"x"},{"name":"source","type":3,"value":"re","focused":true}]}}
            """);
        Assert.Equal(("ask", "source", "re", "x"), (typing.Name, typing.Focused, typing.Typed, typing.Arguments.Text("question")));
    }

    [Fact]
    public void A_component_brings_its_id_choice_and_message()
    {
        var click = Read<ComponentInteraction>("""
            "type":3,"data":{"custom_id":"v1:x","component_type":3,"values":["a","b"]},"message":{"id":"66","channel_id":"12","flags":64}}
            """);
        Assert.Equal(("v1:x", MessageFlags.Ephemeral), (click.CustomId, click.Message!.Flags));
        Assert.Equal(["a", "b"], click.Values);
    }

    [Fact]
    public void A_form_brings_what_was_filled_in_whether_in_labels_or_in_rows()
    {
        var form = Read<ModalInteraction>("""
            "type":5,"data":{"custom_id":"fb","components":[
              {"type":18,"id":1,"component":{"type":4,"custom_id":"why","value":"wrong date"}},
              {"type":18,"id":3,"component":{"type":3,"custom_id":"kind","values":["a","b"]}},
              {"type":1,"components":[{"type":4,"custom_id":"old","value":"style"}]}]}}
            """);
        Assert.Equal(("wrong date", "a", "style", ""), (form.Text("why"), form.Text("kind"), form.Text("old"), form.Text("none")));
        Assert.Equal(2, form.Values["kind"].Count);
    }

    [Fact]
    public void An_app_that_only_the_user_installed_is_not_present()
    {
        Assert.False(Read<CommandInteraction>("""
            "type":2,"authorizing_integration_owners":{"1":"14"},"data":{"id":"5","name":"ask"}}
            """).BotIsPresent);
    }

    [Theory]
    [InlineData("""{"id":"1","application_id":"9","token":"t","type":2,"data":{"id":"5","name":"x"}}""")]
    [InlineData("""{"id":"1","application_id":"9","token":"","type":2,"user":{"id":"1"},"data":{"id":"5","name":"x"}}""")]
    [InlineData("""{"id":"1","application_id":"9","token":"t","type":2,"user":{"id":"1"}}""")]
    [InlineData("""{"id":"1","application_id":"9","token":"t","type":2,"user":{"id":"1"},"data":{"id":"5"}}""")]
    [InlineData("""{"id":"1","application_id":"9","token":"t","type":2,"user":{"id":"1"},"data":{"id":"5","name":"x","options":{}}}""")]
    [InlineData("""{"id":"1","application_id":"9","token":"t","type":3,"user":{"id":"1"},"data":{"custom_id":7}}""")]
    [InlineData("""{"id":"1","application_id":"9","token":"t","type":4,"user":{"id":"1"},"data":{"name":"x","options":[]}}""")]
    [InlineData("""{"id":"1","application_id":"9","token":"t","type":99,"user":{"id":"1"},"data":{}}""")]
    public void What_lacks_a_necessary_part_is_no_interaction(string json)
    {
        var data = DiscordJson.TryRead(Encoding.UTF8.GetBytes(json), DiscordJson.Relaxed.InteractionData);
        Assert.NotNull(data);
        Assert.Null(InteractionReader.Read(data, default));
    }

    private static T Read<T>(string rest)
        where T : Interaction =>
        Assert.IsType<T>(InteractionReader.Read(DiscordJson.TryRead(Encoding.UTF8.GetBytes(Head + rest), DiscordJson.Relaxed.InteractionData)!, default));
}
