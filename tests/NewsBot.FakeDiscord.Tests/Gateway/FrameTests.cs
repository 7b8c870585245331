using System.Net.WebSockets;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;

namespace NewsBot.FakeDiscord.Tests.Gateway;

public sealed class FrameTests
{
    [Fact]
    public async Task Events_of_a_megabyte_under_an_unknown_name_are_sent_with_their_number()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        scene.Server.GatewayFaults.SendUnknownEvent(1_000_000);
        var odd = await gateway.EventAsync("A_THING_NOBODY_KNOWS");
        Assert.Equal(500_000, ((string?)odd["text"])!.Length);
        Assert.Contains(SheetRow.FrameShape, scene.Server.Conduct.Exercised);
    }

    [Fact]
    public async Task Payloads_are_cut_into_fragments_even_within_a_character()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        await gateway.EventAsync("GUILD_CREATE");
        scene.Server.GatewayFaults.FragmentSize = 3;
        scene.Ana.SaysDirectly("größte Schlagzeile 📰📰");
        Assert.Equal("größte Schlagzeile 📰📰", (string?)(await gateway.EventAsync("MESSAGE_CREATE"))["content"]);
        Assert.True(gateway.Fragments > 20);
    }

    [Fact]
    public async Task Broken_frames_unknown_opcodes_and_binary_noise_can_be_sent()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        await gateway.EventAsync("GUILD_CREATE");
        scene.Server.GatewayFaults.SendText("{\"op\":");
        scene.Server.GatewayFaults.SendBinary([1, 2, 3]);
        scene.Server.GatewayFaults.SendUnknownOpcode();
        Assert.Equal("{\"op\":", await gateway.ReceiveTextAsync());
        Assert.Equal(WebSocketMessageType.Binary, (await gateway.ReceiveMessageAsync()).Type);
        Assert.Equal(77, (int?)(await gateway.ReceiveAsync())["op"]);
    }

    [Fact]
    public async Task Transport_compression_is_one_zlib_stream_flushed_after_each_payload()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.OpenAsync(scene.Server.GatewayUrl, "/?v=10&encoding=json&compress=zlib-stream");
        await gateway.IdentifyAsync(scene.Server.Token);
        await gateway.EventAsync("READY");
        scene.Ana.SaysDirectly("compressed");
        Assert.Equal("compressed", (string?)(await gateway.EventAsync("MESSAGE_CREATE"))["content"]);
    }

    [Fact]
    public async Task Duplicated_events_come_with_numbers_of_their_own()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        scene.Server.GatewayFaults.DuplicateEvents = 1;
        scene.Ana.SaysDirectly("twice");
        var first = await gateway.EventAsync("MESSAGE_CREATE");
        var number = gateway.Sequence;
        var second = await gateway.EventAsync("MESSAGE_CREATE");
        Assert.Equal((string?)first["id"], (string?)second["id"]);
        Assert.Equal(number + 1, gateway.Sequence);
    }
}
