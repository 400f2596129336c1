using System.CommandLine;

namespace Trt.Api.Cli;

/// <summary>The program's verbs. Without one it is the shop itself.</summary>
public static class TrtCommands
{
    /// <summary>What people type, wherever the program lies.</summary>
    internal const string Name = "./trt";

    public const int WrongUsage = 2;

    private static readonly Option<bool> Trace = new("--trace")
    {
        Description = "Where an unknown error came from, for whoever mends it.",
        Recursive = true,
        Hidden = true,
    };

    public static async Task<int> Run(string[] args)
    {
        if (args.Length == 0)
        {
            // The way of every start at a host: nothing to understand, so the port does not wait for the parser.
            return await ServeCommand.Run(CancellationToken.None);
        }

        return await Obey(Root(), args);
    }

    /// <summary>Understands, does, and puts what goes wrong into words.</summary>
    internal static async Task<int> Obey(RootCommand root, string[] args)
    {
        root.HelpName = Name;
        root.Add(Trace);
        var wish = root.Parse(args);
        if (wish.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(Misunderstanding.Of(wish));
            return WrongUsage;
        }

        try
        {
            return await wish.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(wish.GetValue(Trace) ? exception.ToString() : Trouble.InWords(exception));
            return 1;
        }
    }

    internal static RootCommand Root()
    {
        var root = new RootCommand("TRT: a Telegram shop for AI generations. Without a verb it opens the shop.")
        {
            CatalogCommand.Create(),
            MoneyCommand.Create(),
            OrdersCommand.Create(),
            CidCommand.Create(),
            PaymentsCommand.Create(),
            PromoCommand.Create(),
            GrowthCommand.Create(),
            SettingsCommand.Create(),
            ModelsCommand.Create(),
            UsersCommand.Create(),
            AdminsCommand.Create(),
            TokensCommand.Create(),
            AuditCommand.Create(),
            ExportCommand.Create(),
            CheckCommand.Create(),
            RoutesCommand.Create(),
            WebhookCommand.Create(),
            MigrateCommand.Create(),
            UpdatesCommand.Create(),
            OutboxCommand.Create(),
            CallbacksCommand.Create(),
            VersionCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            HealthyCommand.Create(),
        };
        root.Options.OfType<VersionOption>().ToList().ForEach(option => root.Options.Remove(option));
        root.SetAction((_, token) => ServeCommand.Run(token));
        return root;
    }
}
