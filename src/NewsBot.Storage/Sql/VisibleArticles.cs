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

        return (condition.ToString(), values);
    }
}
