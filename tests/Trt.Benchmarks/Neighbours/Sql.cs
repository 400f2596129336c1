namespace Trt.Benchmarks.Neighbours;

/// <summary>The statements of the folder of the same name, carried inside the program.</summary>
internal static class Sql
{
    public static string Text(string name)
    {
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not part of the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
