using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Discord.State;

/// <summary>
/// Keeps two processes from serving one token. A data folder is held by one process anyway; the lease covers processes
/// with different data folders: it is a lock of the operating system on a file that is named after the token's hash, in a
/// folder that they share (by default that of this machine for temporary files). It ends with its process, however that ends.
/// </summary>
internal sealed class TokenLease : IDisposable
{
    private readonly FileStream _file;

    private TokenLease(FileStream file) => _file = file;

    /// <returns>Null while another process holds it.</returns>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static TokenLease? TryTake(string folder, string token)
    {
        Directory.CreateDirectory(folder);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("lease:" + token)))[..24];
        try
        {
            return new TokenLease(new FileStream(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
