using System.Text;
using Dapper;
using NewsBot.Core.Corpus;

namespace NewsBot.Storage.Sql;

/// <summary>The condition that selects the articles of one revision that pass a filter, over table article as <c>a</c>.</summary>
internal static class VisibleArticles
{
    /// <summary>The value of column removed while a row is in use.</summary>
    public const long InUse = long.MaxValue;

    public const string AtRevision = "a.added <= @revision AND a.removed > @revision";

    /// <returns>A condition for WHERE, and the values that it names.</returns>
    public static (string Condition, DynamicParameters Values) Select(long revision, ArticleFilter filter)
    {
        var condition = new StringBuilder(AtRevision);
        var values = new DynamicParameters();
        values.Add("revision", revision);
        if (filter.Source is { } source)
        {
            condition.Append(" AND a.source_key = @source");
            values.Add("source", SourceKey.Of(source));
        }

        if (filter.Published.Start is { } start)
        {
            condition.Append(" AND a.day >= @firstDay");
            values.Add("firstDay", start.DayNumber);
        }

        if (filter.Published.End is { } end)
        {
            condition.Append(" AND a.day <= @lastDay");
            values.Add("lastDay", end.DayNumber);
        }

        if (filter.Articles is { } articles)
        {
            condition.Append(" AND a.id IN @articles");
            values.Add("articles", articles.Select(id => id.Value).ToList());
        }

        if (Hides(filter.Hidden, values) is { } hides)
            condition.Append(" AND NOT ").Append(hides);
        return (condition.ToString(), values);
    }

    /// <summary>The condition that an article comes from what is hidden: its origin, before the line number, or a folder that it lies in.</summary>
    /// <returns>Null where nothing is hidden.</returns>
    public static string? Hides(HiddenOrigins hidden, DynamicParameters values)
    {
        if (hidden.IsEmpty)
            return null;
        var conditions = new List<string>();
        for (var i = 0; i < hidden.Origins.Count; i++)
        {
            var origin = hidden.Origins[i];
            values.Add($"hidden{i}", origin);
            values.Add($"hiddenLine{i}", origin + "#");
            values.Add($"hiddenFolder{i}", origin.EndsWith(Path.DirectorySeparatorChar) ? origin : origin + Path.DirectorySeparatorChar);
            conditions.Add($"a.origin = @hidden{i} OR substr(a.origin, 1, length(@hiddenLine{i})) = @hiddenLine{i} OR substr(a.origin, 1, length(@hiddenFolder{i})) = @hiddenFolder{i}");
        }

        return $"({string.Join(" OR ", conditions)})";
    }
}
