using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Kie;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>What an order with these inputs would look like to the provider, or everything that is wrong with it.</summary>
public sealed record OrderInquiry(bool IsAnswered, string Text)
{
    private static readonly Uri Somewhere = new("https://example.com/");

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="pairs">
    /// "key=value", as typed. Files are given by their addresses, with commas between, or by their number: "image_urls=3". An earlier
    /// result is given by its task, and a piece of it behind a slash.
    /// </param>
    public static OrderInquiry Ask(ModelCard card, IEnumerable<string> pairs)
    {
        var given = new Dictionary<string, InputValue>(StringComparer.Ordinal);
        var uploads = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            if (pair.Split('=', 2) is not [var key, var typed])
            {
                return new OrderInquiry(false, $"\"{pair}\" is not key=value");
            }

            given[key] = card.Inputs.Find(key) switch
            {
                MediaField media => Files(media, typed, uploads),
                EarlierField earlier => Earlier(earlier, typed),
                // The command line has no other way to break a line.
                TextListField or DialogueField => new TextValue(typed.Replace("\\n", "\n", StringComparison.Ordinal)),
                _ => new TextValue(typed),
            };
        }

        var check = card.Inputs.Check(given);
        if (!check.IsValid)
        {
            return new OrderInquiry(false, string.Join('\n', check.Problems.Select(Words)));
        }

        var order = OrderPreview.Of(new ProviderOrder(card, check.Values, uploads, null));
        return order.Problem is { } problem
            ? new OrderInquiry(false, problem)
            : new OrderInquiry(true, $"POST {order.Door}\n{JsonNode.Parse(order.Body)!.ToJsonString(Readable)}");
    }

    private static string Words(InputProblem problem) =>
        $"{problem.Field}: {problem.Code} {problem.Limit}".TrimEnd() + (problem.Given is null ? "" : $", given {problem.Given}");

    private static MediaValue Files(MediaField media, string typed, Dictionary<string, Uri> uploads)
    {
        var addresses = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? Enumerable.Range(1, Math.Min(count, media.ItemsMax + 1)).Select(number => Example(media, number)).ToList()
            : [.. typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        foreach (var address in addresses)
        {
            uploads[address] = Uri.TryCreate(address, UriKind.Absolute, out var whole) ? whole : new Uri(Somewhere, address);
        }

        return new MediaValue([.. addresses.Select(address => new MediaItem
        {
            FileId = address,
            FileUniqueId = address,
            Kind = media.Kind,
            MimeType = media.MimeTypes[0],
        })]);
    }

    private static string Example(MediaField media, int number) => string.Create(
        CultureInfo.InvariantCulture, $"{Somewhere}{media.Name}-{number}.{media.MimeTypes[0].Split('/')[^1]}");

    private static EarlierValue Earlier(EarlierField earlier, string typed)
    {
        var parts = typed.Split('/', 2);
        return new EarlierValue(default, earlier.From[0], parts[0], parts.ElementAtOrDefault(1) ?? $"{parts[0]}-1", typed, default);
    }
}
