using NewsBot.Core.Answering;

namespace NewsBot.CommandLine;

/// <summary>Exit codes of the program.</summary>
internal static class ExitCode
{
    public const int Answered = 0;
    public const int Error = 1;
    public const int Declined = 2;

    public static int Of(AnswerStatus status) => status switch
    {
        AnswerStatus.Answered => Answered,
        AnswerStatus.Declined => Declined,
        _ => Error,
    };
}
