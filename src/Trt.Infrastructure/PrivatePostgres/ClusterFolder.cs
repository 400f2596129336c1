using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Trt.Infrastructure.PrivatePostgres;

/// <summary>
/// The folder of one private server, closed to everybody else: its data, the password to it, and the lock of the program that it
/// belongs to.
/// </summary>
internal sealed class ClusterFolder
{
    private ClusterFolder(string path, ServerUser user)
    {
        Root = path;
        User = user;
    }

    public string Root { get; }

    public ServerUser User { get; }

    public string Data => DataIn(Root);

    public string DataInTheMaking => Path.Combine(Root, "data.new");

    public string PasswordFile => Path.Combine(Root, "password");

    public string PidFile => Path.Combine(Data, "postmaster.pid");

    private string LockFile => LockIn(Root);

    public bool HasData => File.Exists(Path.Combine(Data, "PG_VERSION"));

    /// <summary>Version of the server that made the data.</summary>
    public int? DataMajor => HasData && int.TryParse(
        File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim(), CultureInfo.InvariantCulture, out var major)
            ? major
            : null;

    /// <summary>Whether a server works in this folder, or in the one that stands in for it. Nothing is made or changed.</summary>
    public static bool IsInUse(string wanted) => new[] { Path.GetFullPath(wanted), Elsewhere(Path.GetFullPath(wanted)) }
        .Select(DataIn)
        .Any(data => PrivatePostgres.PidFile.Read(Path.Combine(data, "postmaster.pid"))?.IsServerOf(data) == true);

    /// <summary>Makes the folder and gives it to the server's user, or finds another that this user can reach.</summary>
    public static async Task<ClusterFolder> Open(string wanted, CancellationToken token)
    {
        var path = Path.GetFullPath(wanted);
        var folder = await Prepare(path, token);
        if (await folder.IsReachable(token))
        {
            return folder;
        }

        // A clone below /root is closed to every other user; the system's place for data is not.
        var elsewhere = await Prepare(Elsewhere(path), token);
        return await elsewhere.IsReachable(token)
            ? elsewhere
            : throw new PrivatePostgresException(
                $"PostgreSQL does not run as root, and its user can write neither to {path} nor to {elsewhere.Root}: "
                + "a folder above is closed. Choose a folder that others can pass through, or start as another user.");
    }

    /// <returns>Null when a living program holds the folder.</returns>
    public FileStream? TryLock()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(LockFile))
        {
            return null;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new PrivatePostgresException($"{LockFile} belongs to another user. Start as that user, or choose another folder.", e);
        }
    }

    public async Task<string> Password(CancellationToken token)
    {
        try
        {
            return await File.ReadAllTextAsync(PasswordFile, token);
        }
        catch (FileNotFoundException e)
        {
            throw new PrivatePostgresException(
                $"{PasswordFile} is missing, so the data beside it cannot be opened. Restore it, or remove {Root} to start empty.", e);
        }
    }

    public async Task WriteNewPassword(CancellationToken token)
    {
        await File.WriteAllTextAsync(PasswordFile, RandomNumberGenerator.GetHexString(32, lowercase: true), token);
        await GiveAway(PasswordFile, User, token);
    }

    private static async Task<ClusterFolder> Prepare(string path, CancellationToken token)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PrivatePostgresException("A private PostgreSQL is not available on Windows: set DATABASE_URL, or work in WSL.");
        }

        if (Directory.Exists(path) && !File.Exists(LockIn(path)) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new PrivatePostgresException($"{path} holds something else. Choose an empty or a new folder for the private PostgreSQL.");
        }

        var user = await ServerUser.Choose(DataIn(path), token);
        try
        {
            Directory.CreateDirectory(path);
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            await GiveAway(path, user, token);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new PrivatePostgresException(
                $"The folder {path} cannot be used: {e.Message} Start as its owner, or choose another folder.", e);
        }

        return new ClusterFolder(path, user);
    }

    private static async Task GiveAway(string path, ServerUser user, CancellationToken token)
    {
        if (!user.IsOther)
        {
            return;
        }

        var (exit, text) = await ServerUser.Ourselves.Run("chown", [$"{user.Uid}:{user.Gid}", path], token);
        if (exit != 0)
        {
            throw new PrivatePostgresException($"{path} could not be given to the user that PostgreSQL runs as: {text}");
        }
    }

    private async Task<bool> IsReachable(CancellationToken token) =>
        (await User.Run("test", ["-w", Root, "-a", "-x", Root], token)).Exit == 0;

    private static string DataIn(string root) => Path.Combine(root, "data");

    private static string LockIn(string root) => Path.Combine(root, "lock");

    private static string Elsewhere(string path) => $"/var/lib/trt/{Fingerprint(path)}";

    private static string Fingerprint(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
