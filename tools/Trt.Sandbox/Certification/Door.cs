using Trt.Domain.Catalog;

namespace Trt.Sandbox.Certification;

/// <summary>What our client makes of the answer at a door.</summary>
internal enum DoorUse
{
    Order,
    Record,
    Upload,
    Credits,
    DirectAddress,
}

/// <param name="Family">Whose code reads the answer.</param>
/// <param name="Endpoint">The card's endpoint where the family has several.</param>
internal sealed record Door(DoorUse Use, ProviderFamily Family = ProviderFamily.Jobs, string? Endpoint = null)
{
    private const string Api = "/api/v1/";

    private static readonly Dictionary<string, Door> Known = new(StringComparer.Ordinal)
    {
        ["/api/file-stream-upload"] = new(DoorUse.Upload),
        ["/api/file-base64-upload"] = new(DoorUse.Upload),
        ["/api/file-url-upload"] = new(DoorUse.Upload),
        [Api + "chat/credit"] = new(DoorUse.Credits),
        [Api + "common/download-url"] = new(DoorUse.DirectAddress),
        [Api + "gpt4o-image/download-url"] = new(DoorUse.DirectAddress),
        [Api + "jobs/recordInfo"] = new(DoorUse.Record),
        [Api + "veo/record-info"] = new(DoorUse.Record, ProviderFamily.Veo),
        [Api + "gpt4o-image/record-info"] = new(DoorUse.Record, ProviderFamily.FourOImage),
        [Api + "flux/kontext/record-info"] = new(DoorUse.Record, ProviderFamily.FluxKontext),
        [Api + "runway/record-detail"] = new(DoorUse.Record, ProviderFamily.Runway),
        [Api + "aleph/record-info"] = new(DoorUse.Record, ProviderFamily.Aleph),
        [Api + "modify/record-info"] = new(DoorUse.Record, ProviderFamily.Luma),
        [Api + "generate/record-info"] = new(DoorUse.Record, ProviderFamily.Suno, "generate"),
        [Api + "lyrics/record-info"] = new(DoorUse.Record, ProviderFamily.Suno, "lyrics"),
        [Api + "wav/record-info"] = new(DoorUse.Record, ProviderFamily.Suno, "wav"),
        [Api + "vocal-removal/record-info"] = new(DoorUse.Record, ProviderFamily.Suno, "vocal-removal"),
    };

    /// <summary>Whatever takes an order answers alike, also where we order nothing.</summary>
    public static Door Of(RecordedExchange exchange) => Known.GetValueOrDefault(exchange.Door) ?? new Door(DoorUse.Order);
}
