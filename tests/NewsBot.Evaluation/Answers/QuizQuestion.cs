using System.Globalization;
using System.Text.Json;

namespace NewsBot.Evaluation.Answers;

/// <param name="Week">Its week, which names its archive.</param>
/// <param name="Text">The question.</param>
/// <param name="Now">Noon of its date.</param>
/// <param name="Choices">The four choices.</param>
/// <param name="Answer">The right one, from 0.</param>
/// <param name="Answers">The right ones as text.</param>
internal sealed record QuizQuestion(string Week, string Text, DateTimeOffset Now, IReadOnlyList<string> Choices, int Answer, IReadOnlyList<string> Answers)
{
    public static QuizQuestion Read(JsonElement line) => new(
        line.Text("week"),
        line.Text("question"),
        new DateTimeOffset(DateTime.ParseExact(line.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture).AddHours(12), TimeSpan.Zero),
        line.Texts("choices"),
        int.Parse(line.Texts("answer_index")[0], CultureInfo.InvariantCulture),
        line.Texts("answer"));
}
