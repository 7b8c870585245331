using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsBot.Storage.Vectors.Embedding;

namespace NewsBot.Storage.Vectors;

/// <summary>
/// The sets in a folder, at most two that matter: the target, made by the configured model, and while that one is not
/// complete an earlier one by another model, which serves as long. A folder that is deleted is made again.
/// </summary>
internal sealed class VectorSets : IDisposable
{
    private readonly Lock _lock = new();
    private readonly string _folder;
    private readonly EmbeddingOptions _options;
    private readonly ILogger _logger;
    private VectorSet? _target;
    private VectorSet? _earlier;

    private VectorSets(string folder, EmbeddingOptions options, ILogger logger)
    {
        _folder = folder;
        _options = options;
        _logger = logger;
    }

    public VectorSet? Target
    {
        get
        {
            lock (_lock)
                return _target;
        }
    }

    /// <summary>The set that questions are answered from; null without any.</summary>
    public VectorSet? Serving
    {
        get
        {
            lock (_lock)
                return _earlier ?? _target;
        }
    }

    public static VectorSets Open(string folder, EmbeddingOptions options, ILogger logger)
    {
        var sets = new VectorSets(folder, options, logger);
        try
        {
            if (Directory.Exists(folder))
                foreach (var path in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).ToList())
                    sets.Take(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.LogError(e, "The vectors in {Folder} cannot be read", folder);
        }

        return sets;
    }

    /// <summary>Starts the set of the configured model.</summary>
    public VectorSet Create(float[] probe)
    {
        var number = Directory.Exists(_folder)
            ? Directory.EnumerateDirectories(_folder).Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var used) ? used : 0).DefaultIfEmpty().Max() + 1
            : 1;
        var set = VectorSet.Create(
            Path.Combine(_folder, number.ToString(CultureInfo.InvariantCulture)),
            new VectorStamp(_options.Model, _options.PassagePrefix, _options.QueryPrefix, probe));
        lock (_lock)
            _target = set;
        return set;
    }

    /// <summary>Throws the target away, as its model is no longer to be had.</summary>
    public void DropTarget()
    {
        lock (_lock)
        {
            Delete(_target);
            _target = null;
        }
    }

    /// <summary>The target is complete and serves from now on.</summary>
    public void Swap()
    {
        lock (_lock)
        {
            if (_earlier is null)
                return;
            _logger.LogInformation("Vectors of model {New} serve in place of those of {Old}", _target?.Stamp.Model, _earlier.Stamp.Model);
            Delete(_earlier);
            _earlier = null;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _target?.Dispose();
            _earlier?.Dispose();
        }
    }

    private void Take(string path)
    {
        if (VectorSet.Open(path) is not { } set)
        {
            _logger.LogWarning("{Folder} holds no readable vectors and is thrown away; they are made anew", path);
            DeleteFolder(path);
        }
        else if (_target is null && set.Stamp.Model == _options.Model && set.Stamp.PassagePrefix == _options.PassagePrefix)
        {
            _target = set;
        }
        else if (_earlier is null || _earlier.Count < set.Count)
        {
            Delete(_earlier);
            _earlier = set;
        }
        else
        {
            Delete(set);
        }
    }

    private void Delete(VectorSet? set)
    {
        if (set is null)
            return;
        set.Dispose();
        DeleteFolder(set.Folder);
    }

    private void DeleteFolder(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _logger.LogWarning(e, "{Folder} is no longer needed and could not be deleted", path);
        }
    }
}
