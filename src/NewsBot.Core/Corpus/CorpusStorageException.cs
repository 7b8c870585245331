namespace NewsBot.Core.Corpus;

/// <summary>The archive could not be written to. The message is a sentence for an admin; nothing of the update is stored.</summary>
public sealed class CorpusStorageException(string message, Exception cause) : IOException(message, cause);
