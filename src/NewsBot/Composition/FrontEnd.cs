using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NewsBot.Composition;

/// <summary>Adds the front end that questions come through, with its own part of the configuration.</summary>
/// <returns>Null, or one line that says what is wrong with the configuration.</returns>
internal delegate string? FrontEnd(IServiceCollection services, IConfiguration configuration, BotOptions options);

/// <summary>How a front end that runs until it is stopped ended: the exit code of the program.</summary>
internal sealed class FrontEndOutcome
{
    /// <summary>One line for standard error when the front end could not go on; null while all is well.</summary>
    public string? Failure { get; set; }
}
