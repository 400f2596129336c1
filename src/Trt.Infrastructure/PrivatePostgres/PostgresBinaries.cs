using System.Globalization;
using System.Text.RegularExpressions;

namespace Trt.Infrastructure.PrivatePostgres;

/// <summary>The programs of one installed PostgreSQL.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int OldestMajor = 14;
    private static readonly string[] Programs = ["postgres", "initdb", "pg_ctl"];

    private const string HowToInstall =
        "Install it (Debian, Ubuntu: apt-get install postgresql; Fedora: dnf install postgresql-server; "
        + "macOS: brew install postgresql@17), "
        + "point TRT_POSTGRES_BIN at the folder with its programs, or set DATABASE_URL to a server that is running elsewhere.";

    public string Server => Path.Combine(Folder, "postgres");

    public string Control => Path.Combine(Folder, "pg_ctl");

    public string Initialiser => Path.Combine(Folder, "initdb");

    /// <param name="dataMajor">A data folder can only be opened by the version that made it.</param>
    public static async Task<PostgresBinaries> Find(PrivatePostgresOptions options, int? dataMajor, CancellationToken token)
    {
        var installed = new List<PostgresBinaries>();
        foreach (var folder in Places(options).Distinct())
        {
            if (Programs.All(program => File.Exists(Path.Combine(folder, program))))
            {
                installed.Add(new PostgresBinaries(folder, await MajorOf(folder, token)));
            }
        }

        var usable = installed.Where(binaries => binaries.Major >= OldestMajor).ToList();
        if (usable.Count == 0)
        {
            throw new PrivatePostgresException(installed.Count == 0
                ? $"PostgreSQL was not found{(options.Binaries is null ? "" : $" in {options.Binaries}")}. {HowToInstall}"
                : $"PostgreSQL {installed.Max(binaries => binaries.Major)} is too old, {OldestMajor} or newer is needed. {HowToInstall}");
        }

        if (dataMajor is null)
        {
            return usable.MaxBy(binaries => binaries.Major)!;
        }

        return usable.Find(binaries => binaries.Major == dataMajor) ?? throw new PrivatePostgresException(
            $"The data in {options.Folder} was made by PostgreSQL {dataMajor}, "
            + $"but only {string.Join(", ", usable.Select(b => b.Major))} is installed. "
            + $"Install PostgreSQL {dataMajor}, move the data over with pg_upgrade, or choose an empty folder.");
    }

    private static IEnumerable<string> Places(PrivatePostgresOptions options) => options.Binaries is { Length: > 0 } given
        ? [given]
        : [
            .. options.SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
            .. Below("/usr/lib/postgresql", "*", "bin"),
            .. Below("/usr", "pgsql-*", "bin"),
            .. Below("/opt/homebrew/opt", "postgresql*", "bin"),
        ];

    private static IEnumerable<string> Below(string root, string pattern, string leaf) => Directory.Exists(root)
        ? Directory.EnumerateDirectories(root, pattern).Select(folder => Path.Combine(folder, leaf))
        : [];

    private static async Task<int> MajorOf(string folder, CancellationToken token)
    {
        var answer = await ServerUser.Ourselves.Run(Path.Combine(folder, "postgres"), ["--version"], token);
        return Version.Match(answer.Text) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Version { get; }
}
