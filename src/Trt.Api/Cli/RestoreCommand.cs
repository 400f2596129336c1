using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Trt.Api.Options;
using Trt.Application.Ports;
using Trt.Infrastructure.Backups;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Cli;

/// <summary><c>restore trt-20261129T030000Z.zip --verify</c>: into an empty database, all of it or nothing.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "What ./trt backup has made." };
        var verify = new Option<bool>("--verify")
        {
            Description = "Prove schema and money before anything becomes valid. Ends with 1, and nothing is changed, when they do not agree.",
        };
        var replace = new Option<bool>("--replace") { Description = "What is in the database goes. Without it only an empty one is taken." };
        var identity = new Option<string?>("--identity") { Description = "The file with the key of age, for a copy that is encrypted." };
        var command = new Command("restore", "Bring a copy into an empty database, as its owner. Stop the shop first.")
        {
            file, verify, replace, identity, Answer.AsJson,
        };
        command.SetAction((input, token) => Run(
            input,
            new RestoreWish(input.GetRequiredValue(file), input.GetValue(verify), input.GetValue(replace)),
            input.GetValue(identity),
            token));
        return command;
    }

    private static async Task<int> Run(ParseResult input, RestoreWish wish, string? identity, CancellationToken token)
    {
        try
        {
            using var plain = await PlainBackup.Of(wish.Path, identity, token);
            var (address, folder) = OptionsReader.ReadDatabase(new ConfigurationBuilder().AddEnvironmentVariables().Build());
            await using var database = new Database(NullLoggerFactory.Instance, TimeProvider.System);
            await using var owner = await database.OpenAsIs(address, folder, token);
            var restored = await new BackupRestore(owner)
                .Run(wish with { Path = plain.Path }, TerminalProgress.OfTables("brought in"), token);
            return input.Give(
                new
                {
                    restored.At,
                    restored.Build,
                    restored.Rows,
                    restored.Tables,
                    restored.Strangers,
                    IsProven = restored.Findings is not null,
                },
                Words(restored, address is not null));
        }
        catch (Exception problem) when (problem is UnfitBackupException or BackupFailedException)
        {
            return input.Refuse(problem.Message);
        }
    }

    private static IEnumerable<string> Words(RestoredBackup restored, bool isElsewhere)
    {
        yield return $"The database is as it was at {restored.At:u}: {restored.Rows} rows in {restored.Tables} tables.";
        yield return restored.Findings is { } findings
            ? $"Proven: schema, rows and money. {findings.Figures.Wallets} wallets, {findings.Figures.Entries} entries agree."
            : "Nothing was proven: ./trt check money does it.";
        if (restored.Strangers.Count > 0)
        {
            yield return $"Left out, for no build of ours makes them: {string.Join(", ", restored.Strangers)}.";
        }

        if (isElsewhere)
        {
            yield return "If the shop works as a role of its own: ./trt migrate --grant <role>.";
        }
    }
}
