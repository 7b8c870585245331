namespace NewsBot.Core.Retrieval;

/// <summary>What kind of answer a question wants.</summary>
public enum AnswerKind
{
    /// <summary>Nothing in its words tells; sentences answer it.</summary>
    Any,

    /// <summary>The name of a human: "who", "which president".</summary>
    Person,

    /// <summary>"where", "which city".</summary>
    Place,

    /// <summary>"which company", "what team".</summary>
    Organisation,

    /// <summary>Some proper name: "what is the name of".</summary>
    Name,

    /// <summary>"when", "what year".</summary>
    Date,

    /// <summary>"how many", with the thing counted in <see cref="Question.Focus"/>.</summary>
    Number,

    /// <summary>"how much", "what price".</summary>
    Money,

    /// <summary>"what percentage".</summary>
    Percent,

    /// <summary>"how long", "how many years".</summary>
    Duration,

    /// <summary>"how old".</summary>
    Age,

    /// <summary>"how deep", "what is the length of": a number with a unit; the dimension is in <see cref="Question.Focus"/>, none for "how much" of something.</summary>
    Measure,

    /// <summary>"why".</summary>
    Reason,

    /// <summary>"did", "is", "true or false".</summary>
    YesNo,

    /// <summary>"what is X", "who is X".</summary>
    Definition,

    /// <summary>Several things: "which countries".</summary>
    List,

    /// <summary>"how many reports": counted in independent stories.</summary>
    ReportCount,

    /// <summary>What somebody said.</summary>
    Statement,
}
