namespace NewsBot.Core.Corpus;

/// <summary>All sources are for everybody.</summary>
public sealed class OpenAccess : ISourceAccess
{
    public HiddenOrigins HiddenFrom(Audience audience) => HiddenOrigins.None;
}
