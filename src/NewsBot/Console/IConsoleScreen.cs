using NewsBot.Batch;

namespace NewsBot.Console;

/// <summary>Where the conversation is shown and typed.</summary>
internal interface IConsoleScreen
{
    void Greet(string text);

    IAsyncEnumerable<InputLine> ReadAsync(CancellationToken cancellationToken);

    Task<T> WaitAsync<T>(Func<Task<T>> work);

    void Show(IReadOnlyList<TextLine> lines);
}
