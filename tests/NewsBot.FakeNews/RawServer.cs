using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsBot.FakeNews;

/// <summary>A server on a free port of loopback that sends what a test tells it to, valid HTTP or not.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly Task _accepting;
    private int _requests;

    /// <param name="answer">Given the path asked for, writes the answer; the connection is closed when it is done.</param>
    public RawServer(Func<string, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Root => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Sends the same head and body, whatever is asked for.</summary>
    public static RawServer Sending(string head, byte[]? body = null) => new(async (path, stream, token) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head), token).ConfigureAwait(false);
        if (body is not null)
            await stream.WriteAsync(body, token).ConfigureAwait(false);
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
                var first = await reader.ReadLineAsync(_stop.Token).ConfigureAwait(false);
                while (await reader.ReadLineAsync(_stop.Token).ConfigureAwait(false) is { Length: > 0 })
                {
                }

                Interlocked.Increment(ref _requests);
                await _answer(first?.Split(' ') is [_, var path, ..] ? path : "", stream, _stop.Token).ConfigureAwait(false);
                client.Client.Shutdown(SocketShutdown.Send);
                await Task.Delay(100, _stop.Token).ConfigureAwait(false); // The last bytes leave before the connection does.
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side had enough, which is what these tests are about.
            }
        }
    }
}
