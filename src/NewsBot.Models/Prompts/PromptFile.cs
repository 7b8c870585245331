using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Microsoft.SemanticKernel;

namespace NewsBot.Models.Prompts;

/// <summary>
/// Reads one prompt in Semantic Kernel's directory format: <c>config.json</c> and <c>skprompt.txt</c>. What is wrong with
/// it is said with file and line. Values of variables are always encoded, whatever the configuration says, so that nothing
/// in them can open a message of its own.
/// </summary>
internal static partial class PromptFile
{
    private const string ConfigName = "config.json";
    private const string TemplateName = "skprompt.txt";
    private const long Largest = 100_000;

    [GeneratedRegex(@"\{\{(?<inside>[^{}]*)\}\}")]
    private static partial Regex Block();

    [GeneratedRegex(@"^\s*\$(?<name>[A-Za-z_]\w*)\s*$")]
    private static partial Regex Variable();

    /// <returns>The prompt, or one line that says what is wrong and where.</returns>
    public static (Prompt? Prompt, string? Problem) Read(string folder, string name)
    {
        var configFile = Path.Combine(folder, name, ConfigName);
        var templateFile = Path.Combine(folder, name, TemplateName);
        foreach (var file in (string[])[configFile, templateFile])
            if (!File.Exists(file))
                return (null, $"{file}: the file is missing");
        string config, template;
        try
        {
            if (new FileInfo(configFile).Length > Largest || new FileInfo(templateFile).Length > Largest)
                return (null, $"{templateFile}: a prompt has at most {Largest} bytes");
            (config, template) = (File.ReadAllText(configFile), File.ReadAllText(templateFile));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"{templateFile}: the prompt cannot be read");
        }

        if (Configuration(config, configFile, out var parsed) is { } wrong)
            return (null, wrong);
        if (Problem(template, name) is var (line, what))
            return (null, string.Create(CultureInfo.InvariantCulture, $"{templateFile}({line}): {what}"));
        return (Make(parsed!, template, name), null);
    }

    private static Prompt Make(PromptTemplateConfig config, string template, string name)
    {
        config.Name = name.Replace('-', '_');
        config.Template = template;
        config.TemplateFormat = PromptTemplateConfig.SemanticKernelTemplateFormat;
        config.AllowDangerouslySetContent = false;
        foreach (var variable in config.InputVariables)
            variable.AllowDangerouslySetContent = false;
        var function = KernelFunctionFactory.CreateFromPrompt(config, new KernelPromptTemplateFactory { AllowDangerouslySetContent = false });
        return new Prompt(name, function, config.DefaultExecutionSettings ?? new PromptExecutionSettings());
    }

    private static string? Configuration(string text, string file, out PromptTemplateConfig? config)
    {
        config = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            config = PromptTemplateConfig.FromJson(text);
            return null;
        }
        catch (JsonException exception)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{file}({(exception.LineNumber ?? 0) + 1}): not valid JSON for a prompt");
        }
        catch (ArgumentException)
        {
            return $"{file}(1): not the configuration of a prompt";
        }
    }

    private static (int Line, string What)? Problem(string template, string name)
    {
        var known = PromptNames.Variables(name, out var needed);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match block in Block().Matches(template))
        {
            if (Variable().Match(block.Groups["inside"].Value) is not { Success: true } variable)
                return (LineOf(template, block.Index), $"only variables such as {{{{${known[0]}}}}} may stand in double braces");
            if (!known.Contains(variable.Groups["name"].Value))
                return (LineOf(template, block.Index), $"there is no variable ${variable.Groups["name"].Value}; there are ${string.Join(", $", known)}");
            used.Add(variable.Groups["name"].Value);
        }

        var bare = Block().Replace(template, "x");
        if (bare.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var open)
            return (LineOf(bare, open), "double braces that are not closed");
        if (known.Take(needed).FirstOrDefault(variable => !used.Contains(variable)) is { } missing)
            return (LineOf(template, template.Length), $"the variable ${missing} must be used");
        return Messages(bare);
    }

    /// <summary>The template must be messages, of which the model's own rules are one and the user's matter another.</summary>
    private static (int Line, string What)? Messages(string template)
    {
        var roles = new List<string>();
        using var text = new StringReader($"<prompt>{template}</prompt>");
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        try
        {
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, Depth: 1 } && reader.Name != "message")
                    return (Line(reader), $"<{reader.Name}> is not a message");
                if (reader is { NodeType: XmlNodeType.Text, Depth: 1 })
                    return (Line(reader), "text outside of a message");
                if (reader is { NodeType: XmlNodeType.Element, Depth: 1 })
                    roles.Add(reader.GetAttribute("role") ?? "");
            }
        }
        catch (XmlException exception)
        {
            return (exception.LineNumber, "the messages are not well-formed: " + (exception.Message.Split('.')[0]));
        }

        return roles.Contains("system") && roles.Contains("user") ? null : (1, "there must be a message of the role system and one of the role user");
    }

    private static int Line(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;

    private static int LineOf(string text, int offset) => text.AsSpan(0, offset).Count('\n') + 1;
}
