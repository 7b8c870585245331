namespace NewsBot.Evaluation.Gate;

/// <summary>How well a score tells supported claims from others.</summary>
internal static class Discrimination
{
    /// <summary>The chance that a supported claim scores higher than another one; ties count half (Mann-Whitney).</summary>
    public static double Auroc(IReadOnlyList<(double Score, bool Supported)> items)
    {
        var sorted = items.OrderBy(item => item.Score).ToList();
        double ranks = 0;
        for (var i = 0; i < sorted.Count;)
        {
            var end = i;
            while (end < sorted.Count && sorted[end].Score.Equals(sorted[i].Score))
                end++;
            var rank = (i + 1 + end) / 2.0;
            ranks += rank * sorted.Skip(i).Take(end - i).Count(item => item.Supported);
            i = end;
        }

        double positive = items.Count(item => item.Supported), negative = items.Count - positive;
        return positive == 0 || negative == 0 ? double.NaN : (ranks - (positive * (positive + 1) / 2)) / (positive * negative);
    }

    /// <summary>The mean of the shares of supported and of other claims that are judged right.</summary>
    public static double BalancedAccuracy(IEnumerable<(bool Accepted, bool Supported)> items)
    {
        var list = items.ToList();
        return (Share(list.Where(item => item.Supported), true) + Share(list.Where(item => !item.Supported), false)) / 2;
    }

    /// <summary>F1 of the supported claims.</summary>
    public static double F1(IEnumerable<(bool Accepted, bool Supported)> items)
    {
        var list = items.ToList();
        double hits = list.Count(item => item is (true, true));
        return hits == 0 ? 0 : 2 * hits / (list.Count(item => item.Accepted) + list.Count(item => item.Supported));
    }

    private static double Share(IEnumerable<(bool Accepted, bool Supported)> items, bool accepted)
    {
        var list = items.ToList();
        return list.Count == 0 ? 0 : (double)list.Count(item => item.Accepted == accepted) / list.Count;
    }
}
