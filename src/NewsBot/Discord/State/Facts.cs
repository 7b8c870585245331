using Dapper;

namespace NewsBot.Discord.State;

/// <summary>Single values that outlive the process.</summary>
internal sealed class Facts(DiscordStore store)
{
    public string? Read(string name) =>
        store.Read(connection => connection.QueryFirstOrDefault<string>("SELECT value FROM fact WHERE name = @name", new { name }));

    public void Write(string name, string value) =>
        store.Write("INSERT INTO fact (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = @value", new { name, value });
}
