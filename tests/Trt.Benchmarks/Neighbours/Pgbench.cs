using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Trt.Infrastructure.PrivatePostgres;

namespace Trt.Benchmarks.Neighbours;

/// <summary>PostgreSQL's own load generator: what the statements cost without a shop around them.</summary>
internal sealed partial class Pgbench(string program, string script, NpgsqlConnectionStringBuilder address)
{
    /// <summary>On a crowded machine all its connections may take a second to be opened, and that counts.</summary>
    private const int SecondsMin = 3;

    /// <param name="name">Of the script in the folder Sql.</param>
    public static async Task<Pgbench> Find(string name, string folder, string address, CancellationToken token)
    {
        var binaries = await PostgresBinaries.Find(new PrivatePostgresOptions { Folder = folder }, dataMajor: null, token);
        // The server's program may be a link that was put into the path alone, without pgbench beside it.
        var server = File.ResolveLinkTarget(binaries.Server, returnFinalTarget: true)?.FullName ?? binaries.Server;
        var program = Path.Combine(Path.GetDirectoryName(server)!, "pgbench");
        if (!File.Exists(program))
        {
            throw new BenchmarkException($"pgbench is missing beside {server}. Debian, Ubuntu: apt-get install postgresql (it comes with the server); Fedora: postgresql-contrib.");
        }

        Directory.CreateDirectory(folder);
        var script = Path.Combine(folder, name);
        await File.WriteAllTextAsync(script, Sql.Text(name), token);
        return new Pgbench(program, script, new NpgsqlConnectionStringBuilder(address));
    }

    /// <param name="share">How many people each client has for itself, from <paramref name="firstPerson"/> on.</param>
    public Task<PgbenchResult> Run(int clients, TimeSpan time, long firstPerson, long share, CancellationToken token) =>
        Run(clients, $"--time={Math.Max(SecondsMin, (int)time.TotalSeconds)}", firstPerson, share, token);

    /// <summary>So often for each client, however long it takes.</summary>
    public Task<PgbenchResult> RunTimes(int clients, int times, CancellationToken token) =>
        Run(clients, $"--transactions={times}", firstPerson: 0, share: 0, token);

    private async Task<PgbenchResult> Run(int clients, string until, long firstPerson, long share, CancellationToken token)
    {
        var command = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
            [
                "--no-vacuum", "--protocol=prepared", $"--client={clients}", $"--jobs={Math.Min(2, clients)}", until, $"--file={script}",
                "--define=turn=0", $"--define=first={firstPerson}", $"--define=share={share}",
                $"--host={address.Host}", $"--port={address.Port}", $"--username={address.Username}", address.Database!,
            ])
        {
            command.ArgumentList.Add(argument);
        }

        command.Environment["PGPASSWORD"] = address.Password;
        using var process = Process.Start(command)!;
        var output = process.StandardOutput.ReadToEndAsync(token);
        var errors = process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        var text = await output;
        if (process.ExitCode != 0
            || Speed.Match(text) is not { Success: true } speed
            || Transactions.Match(text) is not { Success: true } count
            || !text.Contains("failed transactions: 0 ", StringComparison.Ordinal))
        {
            throw new BenchmarkException($"pgbench broke off ({process.ExitCode}):\n{await errors}\n{text}");
        }

        return new PgbenchResult(
            double.Parse(speed.Groups[1].Value, CultureInfo.InvariantCulture),
            long.Parse(count.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^tps = ([\d.]+) \(without initial connection time\)", RegexOptions.Multiline)]
    private static partial Regex Speed { get; }

    [GeneratedRegex(@"^number of transactions actually processed: (\d+)", RegexOptions.Multiline)]
    private static partial Regex Transactions { get; }
}

/// <param name="PerSecond">Transactions, without the time to connect.</param>
internal sealed record PgbenchResult(double PerSecond, long Count);
