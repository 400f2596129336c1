using System.CommandLine;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Cli;

/// <summary><c>migrate</c>: brings the database up to date without opening the shop, as its owner.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var role = new Option<string?>("--grant")
        {
            Description = "A role of the server that gets the rights the shop needs while it is open, and no others.",
        };
        var command = new Command("migrate", "Bring the database schema up to date (the shop does it at start as well).") { role };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) =>
            {
                Console.WriteLine("The database is up to date.");
                if (input.GetValue(role) is { } shop)
                {
                    await ShopRole.Grant(scope.Service<Database>().Source, shop, stop);
                    Console.WriteLine($"{shop} may read and write what the shop does.");
                }

                return 0;
            },
            token));
        return command;
    }
}
