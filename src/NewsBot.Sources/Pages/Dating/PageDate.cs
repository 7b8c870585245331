using NewsBot.Core.Articles;

namespace NewsBot.Sources.Pages.Dating;

/// <param name="Time">When, as precisely as the page says.</param>
/// <param name="Evidence">What says so: "JSON-LD", "address".</param>
internal sealed record PageDate(PublicationTime Time, string Evidence);
