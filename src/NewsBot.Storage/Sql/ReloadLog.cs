using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Corpus;

namespace NewsBot.Storage.Sql;

/// <summary>Table reload: what was done to the archive, when and by whom. A few hundred rows at most.</summary>
internal sealed class ReloadLog(DbDataSource readers, SqliteConnection writer, TimeProvider time, ILogger logger) : IReloadLog
{
    private const int Kept = 200;

    private const string Columns = "kind AS Kind, started_by AS StartedBy, started AS Started, ending AS Ending, elapsed AS Elapsed, revision AS Revision, reason AS Reason, "
        + "added AS Added, changed AS Changed, removed AS Removed, unchanged AS Unchanged, failures AS Failures";

    /// <summary>
    /// Ends what a process that is gone left running: done where its revision stands, which is all that counts, and
    /// interrupted where it does not.
    /// </summary>
    public void EndInterrupted()
    {
        writer.Execute(
            "UPDATE reload SET ending = @done, revision = before + 1, "
            + "kind = (SELECT r.kind FROM revision r WHERE r.number = before + 1), added = (SELECT r.added FROM revision r WHERE r.number = before + 1), "
            + "changed = (SELECT r.changed FROM revision r WHERE r.number = before + 1), removed = (SELECT r.removed FROM revision r WHERE r.number = before + 1) "
            + "WHERE ending = @running AND EXISTS (SELECT 1 FROM revision r WHERE r.number = before + 1)",
            new { done = (int)ReloadEnd.Done, running = (int)ReloadEnd.Running });
        writer.Execute("UPDATE reload SET ending = @interrupted WHERE ending = @running", new { interrupted = (int)ReloadEnd.Interrupted, running = (int)ReloadEnd.Running });
    }

    public Task<long> BeginAsync(ReloadKind kind, string startedBy, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var number = writer.ExecuteScalar<long>("SELECT COALESCE(MAX(number), 0) + 1 FROM reload");
            writer.Execute(
                "INSERT INTO reload (number, kind, started_by, started, ending, before, revision, added, changed, removed, unchanged, failures) "
                + "SELECT @number, @kind, @startedBy, @started, @running, COALESCE(MAX(r.number), 0), COALESCE(MAX(r.number), 0), 0, 0, 0, 0, 0 FROM revision r",
                new { number, kind = (int)kind, startedBy, started = time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture), running = (int)ReloadEnd.Running });
            writer.Execute("DELETE FROM reload WHERE number <= @number - @kept", new { number, kept = Kept });
            return Task.FromResult(number);
        }
        catch (SqliteException e)
        {
            logger.LogError(e, "The log of reloads cannot be written to");
            throw WriteFailure.Of(e);
        }
    }

    public Task EndAsync(long number, ReloadEnd end, ChangeReport? report, string? reason) => WriteAsync(
        "UPDATE reload SET ending = @end, reason = @reason, kind = COALESCE(@kind, kind), elapsed = @elapsed, revision = COALESCE(@revision, revision), "
        + "added = @added, changed = @changed, removed = @removed, unchanged = @unchanged, failures = @failures WHERE number = @number",
        new
        {
            number,
            end = (int)end,
            reason,
            kind = (int?)report?.Kind,
            elapsed = (long?)report?.Elapsed.TotalMilliseconds,
            revision = report?.Revision,
            added = report?.Added.Count ?? 0,
            changed = report?.Changed.Count ?? 0,
            removed = report?.Removed.Count ?? 0,
            unchanged = report?.Unchanged ?? 0,
            failures = report?.Failures.Count ?? 0,
        });

    public Task ForgetAsync(long number) => WriteAsync("DELETE FROM reload WHERE number = @number", new { number });

    public Task<IReadOnlyList<ReloadRecord>> LatestAsync(int count, CancellationToken cancellationToken) =>
        LatestAsync(readers, count, cancellationToken);

    public async Task<ReloadRecord?> LastDoneAsync(CancellationToken cancellationToken)
    {
        const string sql = $"SELECT {Columns} FROM reload WHERE ending = @done ORDER BY number DESC LIMIT 1";
        var done = await QueryAsync(readers, sql, new { done = (int)ReloadEnd.Done }, cancellationToken).ConfigureAwait(false);
        return done.Count > 0 ? done[0] : null;
    }

    public static Task<IReadOnlyList<ReloadRecord>> LatestAsync(DbDataSource store, int count, CancellationToken cancellationToken) =>
        QueryAsync(store, $"SELECT {Columns} FROM reload ORDER BY number DESC LIMIT @count", new { count }, cancellationToken);

    private static async Task<IReadOnlyList<ReloadRecord>> QueryAsync(DbDataSource store, string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await store.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.QueryAsync<ReloadRow>(new CommandDefinition(sql, values, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>What happened stands, whether or not it can be written down.</summary>
    private Task WriteAsync(string sql, object values)
    {
        try
        {
            writer.Execute(sql, values);
        }
        catch (SqliteException e)
        {
            logger.LogError(e, "The log of reloads cannot be written to");
        }

        return Task.CompletedTask;
    }

    private sealed class ReloadRow
    {
        public int Kind { get; init; }

        public string StartedBy { get; init; } = "";

        public string Started { get; init; } = "";

        public int Ending { get; init; }

        public long? Elapsed { get; init; }

        public long Revision { get; init; }

        public string? Reason { get; init; }

        public int Added { get; init; }

        public int Changed { get; init; }

        public int Removed { get; init; }

        public int Unchanged { get; init; }

        public int Failures { get; init; }

        public ReloadRecord ToRecord() => new(
            (ReloadKind)Kind,
            StartedBy,
            DateTimeOffset.Parse(Started, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            (ReloadEnd)Ending,
            Elapsed is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            Revision,
            Reason)
        {
            Added = Added,
            Changed = Changed,
            Removed = Removed,
            Unchanged = Unchanged,
            Failures = Failures,
        };
    }
}
