using System.Text.Json;
using Trt.Api.Options;
using Trt.Infrastructure.Catalog.Provider;
using Trt.Infrastructure.Kie;

namespace Trt.Api.Cli;

/// <summary>Where the schema of a new model comes from.</summary>
internal static class DraftSources
{
    public static (SchemaReading? Reading, string? Complaint) OfFile(string model, FileInfo file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
            return (SchemaReader.Read(model, document.RootElement), null);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return (null, $"{file.FullName}: {error.Message}");
        }
    }

    public static async Task<(SchemaReading? Reading, string? Complaint)> OfProvider(string model, CancellationToken token)
    {
        if (OptionsReader.ReadProviderIfAny(new ConfigurationBuilder().AddEnvironmentVariables().Build()) is not { } provider)
        {
            return (null, "Set KIE_API_KEY to ask the provider, or give its schema in a file: --schema <file>.");
        }

        await using var services = new ServiceCollection().AddLogging().AddKie(provider).BuildServiceProvider();
        return await services.GetRequiredService<KieSchemas>().Read(model, token) switch
        {
            SchemaAnswer.Here here => (SchemaReader.Read(model, here.Document), null),
            SchemaAnswer.Unknown unknown => (null, unknown.Detail),
            SchemaAnswer.NotNow notNow => (null, notNow.Detail),
            var other => throw new InvalidOperationException($"No rule for {other}"),
        };
    }
}
