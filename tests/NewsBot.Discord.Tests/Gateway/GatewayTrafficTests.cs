using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using NewsBot.Discord.Events;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Model;
using NewsBot.Discord.Tests.Support;

namespace NewsBot.Discord.Tests.Gateway;

/// <summary>What comes in over real sockets: shapes, sizes, and handlers that are slower than the traffic.</summary>
public sealed class GatewayTrafficTests
{
    [Fact]
    public async Task Heartbeats_go_on_while_handlers_hang()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        client.Handler.OnEvent = (_, stop) => Task.Delay(Timeout.Infinite, stop);
        var peer = await server.AcceptReadyAsync(heartbeat: 80);
        for (var i = 0UL; i < 100; i++)
            await peer.InteractionAsync(2 + (long)i, 300 + i);
        for (var i = 0; i < 5; i++)
            await peer.BeatAsync();
        Assert.Equal(ShardState.Ready, client.Client.Health.Shards[0].State);
    }

    [Fact]
    public async Task Interactions_do_not_wait_for_each_other_and_not_for_other_events()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var release = new TaskCompletionSource();
        client.Handler.OnEvent = (e, stop) => e is InteractionReceived { Interaction.Handle.Id.Value: 399 } ? Task.CompletedTask : release.Task.WaitAsync(stop);
        var peer = await server.AcceptReadyAsync();
        for (var i = 0UL; i < 50; i++)
            await peer.InteractionAsync(2 + (long)i, 350 + i);

        Assert.Equal(399UL, (await client.Handler.NextAsync<InteractionReceived>()).Interaction.Handle.Id.Value);
        release.SetResult();
    }

    [Fact]
    public async Task Other_events_keep_their_order()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var peer = await server.AcceptReadyAsync();
        for (var i = 0; i < 200; i++)
            await peer.MessageAsync(2 + i, 1000 + (ulong)i, $"m{i}");
        for (var i = 0; i < 200; i++)
            Assert.Equal($"m{i}", (await client.Handler.NextAsync<MessageCreated>()).Message.Content);
    }

    [Fact]
    public async Task A_full_queue_loses_the_newest_events_tells_the_handler_and_counts_them()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server, options => (options.QueueCapacity, options.InteractionConcurrency) = (4, 1));
        var release = new TaskCompletionSource();
        client.Handler.OnEvent = (e, stop) => e is InteractionReceived ? release.Task.WaitAsync(stop) : Task.CompletedTask;
        var peer = await server.AcceptReadyAsync();
        for (var i = 0UL; i < 20; i++)
            await peer.InteractionAsync(2 + (long)i, 400 + i);
        await peer.MessageAsync(30, 500, "after them");
        await client.Handler.NextAsync<MessageCreated>();

        Assert.InRange(client.Handler.Overflown.Count, 10, 16);
        Assert.Equal(client.Handler.Overflown.Count, client.Client.Health.DroppedEvents);
        Assert.Contains(client.Handler.Overflown, e => e is InteractionReceived { Interaction.Handle.Id.Value: 419 });
        release.SetResult();
        Assert.Equal(400UL, (await client.Handler.NextAsync<InteractionReceived>()).Interaction.Handle.Id.Value);
    }

    [Fact]
    public async Task A_failing_handler_ends_nothing()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        client.Handler.OnEvent = (e, _) => e is MessageCreated { Message.Content: "bad" } ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        var peer = await server.AcceptReadyAsync();
        await peer.MessageAsync(2, 1, "bad");
        await peer.MessageAsync(3, 2, "good");
        Assert.Equal("good", (await client.Handler.NextAsync<MessageCreated>()).Message.Content);
    }

    [Fact]
    public async Task Payloads_in_fragments_that_cut_characters_are_put_together()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var peer = await server.AcceptReadyAsync();
        var json = Encoding.UTF8.GetBytes("""{"op":0,"s":2,"t":"MESSAGE_CREATE","d":{"id":"1","channel_id":"12","content":"žluťoučký 👩‍👩‍👧 kůň"}}""");
        for (var i = 0; i < json.Length; i++)
            await peer.SendAsync(json.AsMemory(i, 1), WebSocketMessageType.Text, end: i == json.Length - 1);
        Assert.Equal("žluťoučký 👩‍👩‍👧 kůň", (await client.Handler.NextAsync<MessageCreated>()).Message.Content);
    }

    [Fact]
    public async Task A_payload_of_a_megabyte_is_read()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var peer = await server.AcceptReadyAsync();
        var channels = string.Join(",", Enumerable.Range(1, 20_000).Select(i => $$$"""{"id":"{{{i}}}","type":0,"name":"channel-{{{i}}}","position":{{{i}}}}"""));
        await peer.DispatchAsync(2, "GUILD_CREATE", $$$"""{"id":"800","name":"big","channels":[{{{channels}}}]}""");
        Assert.Equal(20_000, (await client.Handler.NextAsync<GuildAvailable>()).Guild.Channels!.Count);
    }

    [Fact]
    public async Task A_payload_over_the_limit_ends_the_connection_and_the_session_goes_on()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server, options => options.MaxPayloadBytes = 10_000);
        var peer = await server.AcceptReadyAsync();
        await peer.MessageAsync(2, 1, new string('x', 20_000));
        var second = await server.AcceptAsync();
        await second.HelloAsync();
        Assert.Equal(1, (await second.ExpectAsync(6)).GetProperty("seq").GetInt32());
        Assert.Equal(1, client.Client.Health.UnreadableFrames);
    }

    [Fact]
    public async Task Unknown_operations_events_and_fields_are_passed_over()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var peer = await server.AcceptReadyAsync();
        await peer.SendAsync("""{"op":99,"d":{"a":[1,2,{}]},"s":null,"t":null,"x":1}""");
        await peer.DispatchAsync(2, "SOMETHING_NEW", """{"a":1}""");
        await peer.DispatchAsync(3, "MESSAGE_CREATE", """{"new_field":{"deep":[1]},"id":"1","channel_id":"12","type":77,"flags":1073741824,"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a"},{"type":99,"zzz":1}]}]}""");
        var message = (await client.Handler.NextAsync<MessageCreated>()).Message;
        Assert.Equal((77, 1073741824), ((int)message.Type, (int)message.Flags));
        var row = Assert.IsType<Messages.ActionRow>(Assert.Single(message.Components));
        Assert.IsType<Messages.Button>(row.Components[0]);
        Assert.Equal(typeof(Messages.MessageComponent), row.Components[1].GetType());
        Assert.Equal(0, client.Client.Health.UnreadableFrames);
    }

    [Fact]
    public async Task A_known_event_of_the_wrong_shape_is_counted_and_the_next_is_handled()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var peer = await server.AcceptReadyAsync();
        await peer.DispatchAsync(2, "MESSAGE_CREATE", """{"id":"not a number","channel_id":[]}""");
        await peer.DispatchAsync(3, "MESSAGE_CREATE", """{"id":"1","channel_id":"12","mentions":null}""");
        await peer.DispatchAsync(4, "INTERACTION_CREATE", """{"id":"5","application_id":"6","type":2}""");
        await peer.MessageAsync(5, 2, "fine");
        Assert.Equal("fine", (await client.Handler.NextAsync<MessageCreated>()).Message.Content);
        Assert.Equal(3, client.Client.Health.UnreadableFrames);
    }

    [Fact]
    public async Task Text_that_is_no_payload_makes_the_session_resume_and_begin_anew_if_it_gets_no_better()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server, time: new FastTime(20));
        var first = await server.AcceptReadyAsync();
        await first.SendAsync("this is not JSON");
        for (var i = 0; i < 3; i++)
        {
            var again = await server.AcceptAsync();
            await again.HelloAsync();
            await again.ExpectAsync(6);
            await again.SendAsync("""{"op":0,"s":2,"t":"MESSAGE_CREATE","d":{"id":""");
        }

        var anew = await server.AcceptAsync();
        await anew.HelloAsync();
        await anew.ExpectAsync(2);
        Assert.Equal("/", anew.Path);
    }

    [Fact]
    public async Task A_compressed_stream_is_read_across_payloads_and_split_frames()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server, options => options.Compress = true);
        var peer = await server.AcceptAsync();
        Assert.Equal("?v=10&encoding=json&compress=zlib-stream", peer.Query);
        var buffer = new MemoryStream();
        await using var deflater = new ZLibStream(buffer, CompressionMode.Compress);

        await SendCompressedAsync("""{"op":10,"d":{"heartbeat_interval":45000}}""", parts: 1);
        await peer.ExpectAsync(2);
        await SendCompressedAsync("""{"op":0,"s":1,"t":"READY","d":{"user":{"id":"900"},"session_id":"s","application":{"id":"901"}}}""", parts: 1);
        for (var i = 0; i < 50; i++)
            await SendCompressedAsync($$$"""{"op":0,"s":{{{i + 2}}},"t":"MESSAGE_CREATE","d":{"id":"{{{i + 1}}}","channel_id":"12","content":"text {{{i}}} {{{new string('y', i * 100)}}}"}}""", parts: 1 + (i % 3));
        for (var i = 0; i < 50; i++)
            Assert.StartsWith($"text {i} ", (await client.Handler.NextAsync<MessageCreated>()).Message.Content, StringComparison.Ordinal);

        async Task SendCompressedAsync(string json, int parts)
        {
            buffer.SetLength(0);
            await deflater.WriteAsync(Encoding.UTF8.GetBytes(json));
            await deflater.FlushAsync();
            var all = buffer.ToArray();
            Assert.Equal([0, 0, 0xFF, 0xFF], all[^4..]);
            var size = (all.Length / parts) + 1;
            for (var at = 0; at < all.Length; at += size)
                await peer.SendAsync(all.AsMemory(at, Math.Min(size, all.Length - at)), WebSocketMessageType.Binary);
        }
    }

    [Fact]
    public async Task Servers_joined_lost_and_out_of_order_are_told_apart()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        var peer = await server.AcceptReadyAsync(guilds: """[{"id":"800","unavailable":true}]""");
        await peer.DispatchAsync(2, "GUILD_CREATE", """{"id":"800","name":"old","roles":[{"id":"7","tags":{"bot_id":"900"}}]}""");
        await peer.DispatchAsync(3, "GUILD_CREATE", """{"id":"801","name":"new"}""");
        await peer.DispatchAsync(4, "GUILD_DELETE", """{"id":"800","unavailable":true}""");
        await peer.DispatchAsync(5, "GUILD_CREATE", """{"id":"800","name":"old"}""");
        await peer.DispatchAsync(6, "GUILD_DELETE", """{"id":"801"}""");
        await peer.DispatchAsync(7, "CHANNEL_DELETE", """{"id":"12","type":0,"guild_id":"800"}""");

        var old = await client.Handler.NextAsync<GuildAvailable>();
        Assert.Equal((new Snowflake(900), false), (old.Guild.Roles![0].Tags!.BotId!.Value, old.IsNew));
        Assert.True((await client.Handler.NextAsync<GuildAvailable>()).IsNew);
        Assert.Equal(800UL, (await client.Handler.NextAsync<GuildUnavailable>()).GuildId.Value);
        Assert.False((await client.Handler.NextAsync<GuildAvailable>()).IsNew);
        Assert.Equal(801UL, (await client.Handler.NextAsync<GuildLeft>()).GuildId.Value);
        Assert.Equal((12UL, 800UL), ((await client.Handler.NextAsync<ChannelDeleted>()) is var gone ? (gone.ChannelId.Value, gone.GuildId!.Value.Value) : default));
    }

    [Fact]
    public async Task A_command_comes_with_its_arguments_caller_and_place()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Start(server);
        await (await server.AcceptReadyAsync()).InteractionAsync(2, 2100);
        var command = Assert.IsType<CommandInteraction>((await client.Handler.NextAsync<InteractionReceived>()).Interaction);
        Assert.Equal(("ask", "what changed?", true), (command.Name, command.Arguments.Text("question"), command.Arguments.Flag("private")));
        Assert.Equal((1400UL, 1300UL, 1200UL, "de"), (command.User.Id.Value, command.GuildId!.Value.Value, command.ChannelId!.Value.Value, command.Locale));
        Assert.True(command.UserMay(Permissions.ManageServer));
        Assert.True(command.AppPermissions.Allows(Permissions.SendMessagesInThreads));
        Assert.True(command.BotIsPresent);
    }
}
