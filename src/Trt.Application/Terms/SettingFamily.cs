namespace Trt.Application.Terms;

/// <summary>A setting that exists once per subject: "model.hidden:z-image".</summary>
/// <param name="Pattern">The name with a placeholder for the subject, for people.</param>
/// <param name="Of">The rule for one subject; null when that is no subject at all.</param>
/// <param name="Present">The subjects that these terms say something about.</param>
internal sealed record SettingFamily(
    string Prefix, string Pattern, string Bounds, string Help, Func<string, SettingRule?> Of, Func<ShopTerms, IEnumerable<string>> Present)
{
    public SettingRule? Find(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name.Length > Prefix.Length ? Of(name[Prefix.Length..]) : null;
}
