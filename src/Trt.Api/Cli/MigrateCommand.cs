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
        var command = new Command("migrate", "Bring the database schema up to date (the shop does it at start as well).")
        {
            role, Answer.AsJson,
        };
        command.SetAction((input, token) => CliScope.Run(
            async (scope, stop) =>
            {
                if (input.GetValue(role) is not { } shop)
                {
                    return input.Tell("The database is up to date.");
                }

                await ShopRole.Grant(scope.Service<Database>().Source, shop, stop);
                return input.Tell($"The database is up to date. {shop} may read and write what the shop does.");
            },
            token));
        return command;
    }
}
