using System.CommandLine;

namespace Trt.Api.Cli;

/// <summary><c>migrate</c>: brings the database up to date without opening the shop.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database schema up to date (the shop does it at start as well).");
        command.SetAction((_, token) => CliScope.Run((_, _) =>
        {
            Console.WriteLine("The database is up to date.");
            return Task.FromResult(0);
        }, token));
        return command;
    }
}
