using System.CommandLine;

namespace Trt.Api.Cli;

/// <summary>The program's verbs. Without one it is the shop itself.</summary>
public static class TrtCommands
{
    private const int WrongUsage = 2;

    public static async Task<int> Run(string[] args)
    {
        if (args.Length == 0)
        {
            // The way of every start at a host: nothing to understand, so the port does not wait for the parser.
            return await ServeCommand.Run(CancellationToken.None);
        }

        var root = new RootCommand("TRT: a Telegram shop for AI generations. Without a command it opens the shop.")
        {
            CatalogCommand.Create(),
            MoneyCommand.Create(),
            PaymentsCommand.Create(),
            PromoCommand.Create(),
            GrowthCommand.Create(),
            SettingsCommand.Create(),
            ModelsCommand.Create(),
            UsersCommand.Create(),
            AdminsCommand.Create(),
            AuditCommand.Create(),
            ExportCommand.Create(),
            CheckCommand.Create(),
            MigrateCommand.Create(),
            UpdatesCommand.Create(),
            OutboxCommand.Create(),
            CallbacksCommand.Create(),
        };
        root.SetAction((_, token) => ServeCommand.Run(token));
        var wish = root.Parse(args);
        var status = await wish.InvokeAsync();
        return wish.Errors.Count == 0 ? status : WrongUsage;
    }
}
