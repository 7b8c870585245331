namespace NewsBot.Core.Answering;

/// <summary>The only way out for an answer: checks every statement against its evidence, whoever wrote it.</summary>
public sealed class AnswerGate;
