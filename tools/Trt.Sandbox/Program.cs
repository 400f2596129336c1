using System.CommandLine;
using Trt.Sandbox;
using Trt.Sandbox.Certification;

var port = new Option<int>("--port")
{
    Description = "Where the chat page opens; the shop takes the next port.",
    DefaultValueFactory = _ => 8080,
};
var root = new RootCommand("The whole product on this machine, without a single key.") { port };
root.SetAction((input, token) => Run(input.GetValue(port), token));
root.Add(CertifyCommand.Create());
return await root.Parse(args).InvokeAsync();

static async Task<int> Run(int port, CancellationToken token)
{
    var settings = Environment.GetEnvironmentVariables()
        .Cast<System.Collections.DictionaryEntry>()
        .Where(variable => variable.Key is "DATABASE_URL" or "DATA_DIR" or "CATALOG_DIR" or "LOG_LEVEL" or "ADMIN_IDS"
            or "PAYMENT_PHONE" or "PAYMENT_BANK" or "PAYMENT_CARD" or "PAYMENT_CARD_HOLDER" or "WELCOME_BALANCE_RUB")
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value);
    try
    {
        await using var sandbox = await Sandbox.Start(port, settings, token);
        Console.WriteLine($"Chat page  {sandbox.Address}");
        Console.WriteLine($"Shop       {sandbox.ShopAddress} (health, metrics, webhook)");
        Console.WriteLine("Stop with Ctrl+C.");
        await sandbox.WaitForShutdown(token);
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
