namespace Trt.Testing;

/// <summary>Files of this repository, for tests that hold the code against its papers.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(params string[] below) => System.IO.Path.Combine([Root, .. below]);

    public static string Read(string path) => File.ReadAllText(Path(path));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Trt.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Trt.sln stands in no folder above the tests");
        }

        return folder.FullName;
    }
}
