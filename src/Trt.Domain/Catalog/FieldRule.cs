namespace Trt.Domain.Catalog;

/// <summary>A rule between fields.</summary>
public abstract record FieldRule;

/// <summary>At least one of these must be given.</summary>
public sealed record OneOfRequired(IReadOnlyList<string> Fields) : FieldRule;

/// <summary>These values do not go together, for example 1080p with 10 seconds.</summary>
public sealed record NotTogether(IReadOnlyDictionary<string, string> Values) : FieldRule;
