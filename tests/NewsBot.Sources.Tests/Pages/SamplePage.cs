using System.Text;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Tests.Pages;

/// <summary>A small news page whose parts can be exchanged.</summary>
internal static class SamplePage
{
    public const string First = "The harbour council of Wexmoor voted on Tuesday to rebuild the old ferry pier, ending a dispute that had lasted for almost nine years.";
    public const string Second = "“We have waited long enough, and the town deserves a pier that stands in winter,” said Maren Holt, who leads the council. Work begins in the spring.";
    public const string Third = "Shop owners along the quay had feared that the plan would be dropped once more, as the costs had risen by a third since the first estimate was made.";

    public static readonly DateTimeOffset Now = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly Uri Address = new("https://news.example.org/local/ferry-pier");

    public static string Paragraphs => $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";

    public static string Html(string head = "", string? body = null, string lang = "en") =>
        $"<!DOCTYPE html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">{head}</head><body>{body ?? $"<article><h1>Council votes to rebuild ferry pier</h1>{Paragraphs}</article>"}</body></html>";

    public static PageReading Read(string html, Uri? address = null) => PageReader.Read(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", address ?? Address, Now);

    public static PageArticle Article(string html, Uri? address = null)
    {
        var reading = Read(html, address);
        Assert.Null(reading.Reason);
        return reading.Article!;
    }

    public static PageArticle WithHead(string head) => Article(Html(head));

    public static PageArticle WithBody(string body) => Article(Html(body: body));
}
