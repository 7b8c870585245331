using System.Text;

namespace NewsBot.CommandLine;

/// <summary>Standard input and output as UTF-8 without a mark, whatever the terminal's encoding is.</summary>
internal static class StandardStreams
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static StreamReader Input() => new(System.Console.OpenStandardInput(), Utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);

    public static StreamWriter Output() => new(System.Console.OpenStandardOutput(), Utf8, bufferSize: 64 * 1024) { NewLine = "\n" };
}
