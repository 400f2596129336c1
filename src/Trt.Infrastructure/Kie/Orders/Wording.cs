using Trt.Application.Ports;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Kie.Orders;

/// <summary>
/// Reads the provider's free texts where its codes say too little: one code stands for a wrong value, an unknown model and
/// a forbidden wish.
/// </summary>
internal static class Wording
{
    private static readonly string[] OfModeration =
        [
            "nsfw", "sensitive", "moderat", "flagged", "violat", "prohibited", "content polic", "safety", "inappropriate", "copyright",
            "community guidelines",
        ];

    private static readonly string[] OfAbsence =
        ["not support", "unsupported", "not exist", "not found", "unknown", "unavailable", "invalid", "offline", "deprecated"];

    public static bool IsModeration(string message) => Holds(message, OfModeration);

    public static ProviderRefusal Blame(string message) =>
        IsModeration(message) ? ProviderRefusal.Moderation
        : message.Contains("model", StringComparison.OrdinalIgnoreCase) && Holds(message, OfAbsence) ? ProviderRefusal.ModelUnavailable
        : ProviderRefusal.InvalidInput;

    /// <summary>The longest name of a field that stands in the message as a word of its own.</summary>
    public static string? FieldIn(string message, IReadOnlyList<Field> fields) =>
        fields.Select(field => field.Name).OrderByDescending(name => name.Length).FirstOrDefault(name => HasWord(message, name));

    private static bool HasWord(string message, string word)
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            var before = at == 0 || !IsPartOfName(message[at - 1]);
            var after = at + word.Length == message.Length || !IsPartOfName(message[at + word.Length]);
            if (before && after)
            {
                return true;
            }
        }

        return false;

        int Next(int from) => message.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPartOfName(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    private static bool Holds(string message, string[] words) =>
        words.Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase));
}
