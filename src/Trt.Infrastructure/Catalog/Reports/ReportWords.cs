using System.Text.Json;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>Statuses and types as operators and cards write them: BLOCKED_NO_PRICE, text-to-image.</summary>
internal static class ReportWords
{
    public static string Word(this ModelStatus status) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(status.ToString());

    public static string Word(this GenerationType type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.ToString());

    public static string Word(this OutputKind output) => JsonNamingPolicy.KebabCaseLower.ConvertName(output.ToString());

    public static string Word(this PriceUnit unit) => JsonNamingPolicy.KebabCaseLower.ConvertName(unit.ToString());

    public static string Word(this ProviderFamily family) => JsonNamingPolicy.KebabCaseLower.ConvertName(family.ToString());
}
