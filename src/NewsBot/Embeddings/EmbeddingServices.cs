using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Models.Embeddings;
using NewsBot.Storage;
using NewsBot.Storage.Vectors;
using NewsBot.Storage.Vectors.Embedding;

namespace NewsBot.Embeddings;

/// <summary>Adds dense retrieval to the bot.</summary>
internal static class EmbeddingServices
{
    /// <summary>Questions are searched for by meaning at once; passages are given vectors only while the bot runs.</summary>
    public static IServiceCollection AddEmbeddings(this IServiceCollection services, EmbeddingSettings settings, CorpusStore corpus)
    {
        var endpoint = new EmbeddingEndpoint(settings);
        var vectors = corpus.UseEmbeddings(Options(settings), endpoint.Open, TimeProvider.System);
        return services.AddHostedService(_ => new PassageEmbedding(vectors, endpoint));
    }

    private static EmbeddingOptions Options(EmbeddingSettings settings) => new()
    {
        Model = settings.Model.Trim(),
        PassagePrefix = settings.PassagePrefix,
        QueryPrefix = settings.QueryPrefix,
        BatchSize = settings.BatchSize,
        Concurrency = settings.Concurrency,
        QueryDeadline = TimeSpan.FromMilliseconds(settings.QueryMilliseconds),
    };

    private sealed class PassageEmbedding(PassageVectors vectors, EmbeddingEndpoint endpoint) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => vectors.KeepUpAsync(stoppingToken), stoppingToken);

        public override void Dispose()
        {
            base.Dispose();
            endpoint.Dispose();
        }
    }
}
