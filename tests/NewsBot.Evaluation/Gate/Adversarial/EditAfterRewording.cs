namespace NewsBot.Evaluation.Gate.Adversarial;

/// <summary>A harmful edit of a faithful rewording: the rest of the sentence no longer stands as in the article.</summary>
internal sealed class EditAfterRewording(IRewriter edit) : IRewriter
{
    private static readonly IReadOnlyList<IRewriter> Rewordings =
        [.. FaithfulRewordings.All.Where(rewording => rewording.Kind is "clause order" or "synonyms" or "active and passive" or "splitting")];

    public string Kind => edit.Kind;

    public bool IsHarmful => true;

    public IEnumerable<Rewriting> Of(TrueSentence sentence, Neighbourhood around, Random random)
    {
        foreach (var rewording in Rewordings)
            foreach (var reworded in rewording.Of(sentence, around, random).Take(2))
                foreach (var edited in edit.Of(sentence with { Text = reworded.Text }, around, random).Take(2))
                    yield return edited with { Detail = $"{rewording.Kind}; {edited.Detail}", Kind = Kind };
    }
}
