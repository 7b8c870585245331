using NewsBot.FakeDiscord.Rest;

namespace NewsBot.FakeDiscord.Interactions;

internal static class CommandRoutes
{
    public static IEnumerable<Route> Of(CommandRegistry commands)
    {
        foreach (var scope in (string[])["applications/{application}/commands", "applications/{application}/guilds/{guild}/commands"])
        {
            yield return new Route("GET", scope, commands.List);
            yield return new Route("PUT", scope, commands.Overwrite);
            yield return new Route("POST", scope, commands.Create);
            yield return new Route("GET", scope + "/{command}", commands.Get);
            yield return new Route("PATCH", scope + "/{command}", commands.Edit);
            yield return new Route("DELETE", scope + "/{command}", commands.Delete);
        }
    }
}
