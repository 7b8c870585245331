using System.Text.Json;
using Microsoft.Extensions.AI;

namespace NewsBot.Models.Calling;

/// <summary>How much of the form of an answer is asked of the provider, from most to least.</summary>
internal enum AnswerForm
{
    /// <summary>JSON by a schema.</summary>
    Schema,

    /// <summary>Some JSON.</summary>
    Object,

    /// <summary>Nothing: the prompt alone says it.</summary>
    Plain,
}

/// <summary>The form of an answer: statements, each with the numbers of the evidence that it rests on.</summary>
internal static class AnswerSchema
{
    public static readonly ChatResponseFormat Format = ChatResponseFormat.ForJsonSchema(
        JsonDocument.Parse("""
            {
              "type": "object",
              "properties": {
                "statements": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "text": { "type": "string" },
                      "evidence": { "type": "array", "items": { "type": "integer" } }
                    },
                    "required": ["text", "evidence"],
                    "additionalProperties": false
                  }
                }
              },
              "required": ["statements"],
              "additionalProperties": false
            }
            """).RootElement.Clone(),
        "answer",
        "Statements that answer, each with the numbers of the evidence it rests on");
}
