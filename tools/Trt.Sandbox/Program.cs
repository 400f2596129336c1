using System.CommandLine;
using Trt.Api.Cli;
using Trt.Sandbox;
using Trt.Sandbox.Certification;
using Trt.Sandbox.Trials;

var port = new Option<int>("--port")
{
    Description = "Where the chat page opens; the shop takes the next port.",
    DefaultValueFactory = _ => 8080,
};
var root = new RootCommand("The whole product on this machine, without a single key.") { port };
root.SetAction((input, token) => DryRun.IsWanted ? DryRun.Run(input.GetValue(port), token) : Run(input.GetValue(port), token));
root.Add(CertifyCommand.Create());
root.Add(SmokeCommand.Create());
root.Add(EndToEndCommand.Create());
root.Add(AcceptanceCommand.Create());
return await TrtCommands.Obey(root, args);

static async Task<int> Run(int port, CancellationToken token)
{
    var furnishing = new Furnishing(Environment.GetEnvironmentVariable);
    try
    {
        await using var sandbox = await Sandbox.Start(port, furnishing.Settings, token);
        Console.WriteLine("Opening the shop …");
        var chats = sandbox.Chats(furnishing.ChatsFolder);
        chats.Recall();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token);
        var keeping = chats.KeepOn(end.Token);
        var closing = sandbox.WaitForShutdown(token);
        if (await Task.WhenAny(sandbox.Opened, closing) == sandbox.Opened)
        {
            await Furnishing.IssuePromo(sandbox.Shop, token);
            Console.WriteLine($"Chat page  {sandbox.Address}");
            if (furnishing.Owner is { } owner)
            {
                Console.WriteLine($"Owner      {sandbox.Address}?user={owner} (person {owner}: press Start there, then /admin)");
            }

            Console.WriteLine($"Promo code {Furnishing.Promo} (50 ₽, once per person)");
            Console.WriteLine($"Levers     {sandbox.Address}control");
            Console.WriteLine($"Shop       {sandbox.ShopAddress} (health, metrics, webhook)");
            Console.WriteLine("Stop with Ctrl+C.");
        }

        await closing;
        await end.CancelAsync();
        await keeping;
        return Environment.ExitCode;
    }
    catch (Exception exception) when (exception is IOException or ArgumentException)
    {
        await Console.Error.WriteLineAsync(exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException
            ? $"Port {port} or {port + 1} is taken. Choose another: --port {port + 100}"
            : exception.Message);
        return 1;
    }
}
