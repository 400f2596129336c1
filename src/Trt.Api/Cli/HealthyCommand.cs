using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Trt.Api.Endpoints;
using Trt.Api.Options;

namespace Trt.Api.Cli;

/// <summary><c>healthy</c>: asks the shop of this machine whether it takes orders. A container's health check has no curl.</summary>
internal static class HealthyCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static Command Create()
    {
        var command = new Command("healthy", "Ask the shop on this machine's PORT whether it takes orders. Ends with 1 when it does not.") { Answer.AsJson };
        command.SetAction(Ask);
        return command;
    }

    private static async Task<int> Ask(ParseResult input, CancellationToken token)
    {
        var port = OptionsReader.ReadPort(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(
                new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/health/ready")), token);
            var facts = await answer.Content.ReadFromJsonAsync<ReadyAnswer>(token);
            return input.Give(facts!, facts!.Reason is { } reason ? $"Not ready: {reason}." : "Ready.", answer.IsSuccessStatusCode ? 0 : 1);
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException or JsonException
            && !token.IsCancellationRequested)
        {
            return input.Refuse($"Nobody answers on port {port}.");
        }
    }
}
