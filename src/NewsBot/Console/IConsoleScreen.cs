using NewsBot.Batch;

namespace NewsBot.Console;

/// <summary>Where the conversation is shown and typed.</summary>
internal interface IConsoleScreen
{
    void Greet(string text);

    IAsyncEnumerable<InputLine> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Shows that work goes on, and what is being done, where that can be shown.</summary>
    Task<T> WaitAsync<T>(Func<IProgress<string>?, Task<T>> work);

    void Show(IReadOnlyList<TextLine> lines);
}
