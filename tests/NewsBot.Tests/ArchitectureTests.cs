using System.Reflection;
using System.Xml.Linq;

namespace NewsBot.Tests;

/// <summary>Holds the arrows between the projects, and those inside Core, by what the compiled code really refers to.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["NewsBot.Core"] = [],
        ["NewsBot.Discord"] = [],
        ["NewsBot.Sources"] = ["NewsBot.Core"],
        ["NewsBot.Storage"] = ["NewsBot.Core"],
        ["NewsBot.Models"] = ["NewsBot.Core"],
        ["NewsBot"] = ["NewsBot.Core", "NewsBot.Discord", "NewsBot.Models", "NewsBot.Sources", "NewsBot.Storage"],
    };

    /// <summary>Folders of Core from the ground up: code in one may use those before it, and its own.</summary>
    private static readonly string[] Layers =
        ["Text", "Articles", "Dates", "Quotes", "Corpus", "Retrieval", "Answering", "Commands", "Chat"];

    /// <summary>Folders that name records of those above them: words have spans, an analysis holds quotes and dates, a search is for a query.</summary>
    private static readonly (string From, string To)[] Shared =
        [("Text", "Articles"), ("Articles", "Dates"), ("Articles", "Quotes"), ("Corpus", "Retrieval"), ("Commands", "Chat")];

    [Fact]
    public void Every_project_refers_only_to_those_below_it()
    {
        foreach (var (name, allowed) in Allowed)
        {
            var references = Assembly.Load(name).GetReferencedAssemblies().Select(a => a.Name!).Where(a => a.StartsWith("NewsBot", StringComparison.Ordinal));
            Assert.Empty(references.Except(allowed));
        }
    }

    [Fact]
    public void Core_knows_no_SQL_no_index_engine_and_no_network()
    {
        var references = Assembly.Load("NewsBot.Core").GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.DoesNotContain(references, name => name.StartsWith("Lucene", StringComparison.Ordinal));
        Assert.DoesNotContain(references, name => name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase) || name == "Dapper");
        Assert.DoesNotContain(references, name => name.StartsWith("System.Net", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_one_project_knows_Semantic_Kernel()
    {
        foreach (var name in Allowed.Keys.Where(name => name != "NewsBot.Models"))
            Assert.DoesNotContain(
                Assembly.Load(name).GetReferencedAssemblies().Select(a => a.Name!),
                reference => reference.StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal));
    }

    [Fact]
    public void Inside_Core_nothing_points_back_up()
    {
        var core = Path.Combine(Repository.Root, "src", "NewsBot.Core");
        var wrong = new List<string>();
        foreach (var file in Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories))
        {
            var folder = Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar)[0];
            var from = Array.IndexOf(Layers, folder);
            if (from < 0)
                continue;
            foreach (var line in File.ReadLines(file).TakeWhile(line => !line.StartsWith("namespace ", StringComparison.Ordinal)))
            {
                if (!line.StartsWith("using NewsBot.Core.", StringComparison.Ordinal))
                    continue;
                var used = line["using NewsBot.Core.".Length..].TrimEnd(';').Split('.')[0];
                var to = Array.IndexOf(Layers, used);
                if (to > from && !Shared.Contains((folder, used)))
                    wrong.Add($"{Path.GetRelativePath(core, file)} uses {used}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_of_Core_has_its_layer()
    {
        var core = Path.Combine(Repository.Root, "src", "NewsBot.Core");
        var folders = Directory.EnumerateDirectories(core).Select(path => Path.GetFileName(path)!).Where(name => name is not ("bin" or "obj"));
        Assert.Empty(folders.Except(Layers));
    }

    [Fact]
    public void Every_package_version_is_set_in_one_place()
    {
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories);
        foreach (var project in projects)
            Assert.DoesNotContain(XDocument.Load(project).Descendants("PackageReference"), reference => reference.Attribute("Version") is not null);
    }
}
