using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Storage.Index;

/// <summary>Names the layout of the index and the analysis of its text; an index with another name is built anew.</summary>
internal static class IndexFormat
{
    /// <summary>Raised with every change to fields or documents.</summary>
    private const int Layout = 2;

    /// <summary>Has something for every rule of the tokenizer, so that a change to one of them shows in its terms.</summary>
    private const string Probe =
        "The U.S. ministers' agreements, O'Neill’s 10,000 votes and 3.5% relational hopping happily; Élysée Straße Øst Łódź ĳ café naïve " +
        "running flies agreed conflated sized falling generalizations 2023-08-17 北京大学 カタカナ 한국어 Привет мир مرحبا 9th e-mail AT&T x86";

    public static string Current { get; } = Make();

    private static string Make()
    {
        var terms = string.Join(' ', Tokenizer.Tokenize(Probe).Select(token => token.Term));
        return $"{Layout}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(terms)))[..16]}";
    }
}
