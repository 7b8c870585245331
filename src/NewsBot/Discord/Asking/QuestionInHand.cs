using System.Collections.Concurrent;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Asking;

/// <summary>A question in a message from its acceptance until its answer is delivered: its author may edit it meanwhile.</summary>
internal sealed class QuestionInHand(string text)
{
    private readonly Lock _lock = new();
    private string _text = text;
    private bool _isClosed;

    /// <summary>As it stands now.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
                return _text;
        }
    }

    /// <returns>False when its answer has been delivered and nobody looks at it any more.</returns>
    public bool TryRevise(string text)
    {
        lock (_lock)
        {
            if (!_isClosed)
                _text = text;
            return !_isClosed;
        }
    }

    /// <param name="answered">The text that was answered.</param>
    /// <returns>False when it says something else by now, and so has to be answered anew.</returns>
    public bool TryClose(string answered)
    {
        lock (_lock)
            return _isClosed = _isClosed || _text == answered;
    }

    /// <summary>It is not answered any more, whatever it says: it was answered, or it is gone.</summary>
    public void Close()
    {
        lock (_lock)
            _isClosed = true;
    }

    /// <summary>Whether nobody waits for the answer any more.</summary>
    public bool IsClosed
    {
        get
        {
            lock (_lock)
                return _isClosed;
        }
    }
}

/// <summary>The questions in hand, by the message that asks; as many as the queue holds.</summary>
internal sealed class QuestionsInHand
{
    private readonly ConcurrentDictionary<Snowflake, QuestionInHand> _questions = new();

    /// <summary>Puts a question in, in the place of an earlier run of the same.</summary>
    public QuestionInHand Add(Snowflake message, string text) => _questions[message] = new QuestionInHand(text);

    public QuestionInHand? Find(Snowflake message) => _questions.GetValueOrDefault(message);

    /// <summary>Takes it out, unless another run of it has begun since.</summary>
    public void Remove(Snowflake message, QuestionInHand question)
    {
        question.Close();
        _questions.TryRemove(new KeyValuePair<Snowflake, QuestionInHand>(message, question));
    }
}
