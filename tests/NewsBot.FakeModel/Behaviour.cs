namespace NewsBot.FakeModel;

/// <summary>What the model plays.</summary>
public enum Behaviour
{
    /// <summary>Words the evidence it is given, with the numbers that belong to it.</summary>
    Faithful,

    /// <summary>Words the first of the evidence and leaves out the rest.</summary>
    TellsOneThing,

    /// <summary>Changes the numbers of the evidence.</summary>
    InventsNumbers,

    /// <summary>Puts words into quotation marks that nobody said.</summary>
    InventsQuotes,

    /// <summary>Tells what the evidence tells, of people it does not name.</summary>
    InventsNames,

    /// <summary>Names evidence that it was never given, and writes citation numbers of its own.</summary>
    InventsCitations,

    /// <summary>Adds links.</summary>
    InventsLinks,

    /// <summary>Says the contrary of the evidence.</summary>
    Negates,

    /// <summary>Does what a text in the evidence tells it to do.</summary>
    FollowsArticles,

    /// <summary>Answers in prose.</summary>
    Prose,

    /// <summary>Answers with something that begins like JSON.</summary>
    BrokenJson,

    /// <summary>Puts a right answer into a fence, with prose around it and trailing commas in it.</summary>
    FencedJson,

    /// <summary>Ends the connection in the middle of the answer.</summary>
    HalfAnAnswer,

    /// <summary>429, too many requests.</summary>
    TooManyRequests,

    /// <summary>503, with the advice to try again at once.</summary>
    Overloaded,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>401, the key is wrong.</summary>
    Unauthorized,

    /// <summary>400 for any request that asks for a form of the answer; else faithful.</summary>
    KnowsNoForms,

    /// <summary>Takes the request and says nothing.</summary>
    Hangs,

    /// <summary>Writes a faithful answer, a few characters a second.</summary>
    SlowStream,

    /// <summary>Writes without end.</summary>
    EndlessStream,

    /// <summary>A page of HTML.</summary>
    HtmlPage,

    /// <summary>A faithful answer that is said to be plain text.</summary>
    WrongContentType,

    /// <summary>An empty body.</summary>
    Empty,

    /// <summary>Calls a tool again and again.</summary>
    CallsToolsForever,
}
