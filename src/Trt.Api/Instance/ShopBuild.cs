using System.Reflection;

namespace Trt.Api.Instance;

/// <summary>Which build this is, as the build has written it into the program.</summary>
/// <param name="Version">SemVer.</param>
/// <param name="Commit">Null where it was built without its repository and nobody said.</param>
internal sealed record ShopBuild(string Version, string? Commit)
{
    public static ShopBuild Current { get; } = Read(typeof(ShopBuild).Assembly);

    /// <summary>As SemVer writes it: 1.0.0+8ae3f1c4….</summary>
    public override string ToString() => Commit is null ? Version : $"{Version}+{Commit}";

    private static ShopBuild Read(Assembly assembly)
    {
        using var resource = assembly.GetManifestResourceStream("commit")
            ?? throw new InvalidOperationException("The program does not say which commit it is of");
        var commit = new StreamReader(resource).ReadToEnd().Trim();
        return new ShopBuild(
            assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion, commit.Length == 0 ? null : commit);
    }
}
