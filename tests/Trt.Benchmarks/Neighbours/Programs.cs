namespace Trt.Benchmarks.Neighbours;

/// <summary>The programs under test, as they were built beside this one.</summary>
internal static class Programs
{
    /// <summary>The host that runs us; ./trt starts the shop the same way.</summary>
    public static string Host => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    public static string Of(string project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var file = Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, $"{project}.dll");
        return File.Exists(file) ? file : throw new BenchmarkException($"{project} has not been built: {file} is missing. Run the benchmarks by ./trt bench.");
    }

    /// <summary>Of this project; the bench runs where it was built.</summary>
    public static string SourceFolder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var project = Path.Combine(folder.FullName, "tests", "Trt.Benchmarks");
                if (File.Exists(Path.Combine(project, "Trt.Benchmarks.csproj")))
                {
                    return project;
                }
            }

            throw new BenchmarkException("The sources of the benchmarks are not above the program. Run the benchmarks by ./trt bench.");
        }
    }

    public static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        return ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
    }
}
