namespace NewsBot.Core.Answering.Gate;

/// <summary>Which rule a statement breaks; what rejections are counted by.</summary>
public enum RejectionReason
{
    Empty,
    NoEvidence,
    OutsideArticle,
    Link,
    Quotation,
    Extract,
    Explanation,
    Number,
    Unit,
    Date,
    Name,
    Negation,
    Modality,
    Direction,
    Kind,
    Role,
    Cause,
    Speaker,
    Pronoun,
    Support,
}

/// <summary>Why a statement may not go out.</summary>
/// <param name="Reason">The rule.</param>
/// <param name="Detail">The same in words, without any of the statement's own.</param>
public sealed record Rejection(RejectionReason Reason, string Detail);
