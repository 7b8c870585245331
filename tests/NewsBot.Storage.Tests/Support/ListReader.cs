using System.Runtime.CompilerServices;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;

namespace NewsBot.Storage.Tests.Support;

/// <summary>A source whose items the test sets.</summary>
internal sealed class ListReader : ISourceReader
{
    public IReadOnlyList<SourceItem> Items { get; set; } = [];

    /// <summary>Called before each item, with its number.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    public void Has(params Article[] articles) => Items = [.. articles.Select(SourceItem.Read)];

    public async IAsyncEnumerable<SourceItem> ReadAsync(IReadOnlyList<string> sources, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var n = 0; n < Items.Count; n++)
        {
            await Before(n);
            cancellationToken.ThrowIfCancellationRequested();
            yield return Items[n];
        }
    }

    public Task<int?> CountAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken) => Task.FromResult<int?>(Items.Count);
}
