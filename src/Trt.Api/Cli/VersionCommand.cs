using System.CommandLine;
using System.Globalization;
using Trt.Api.Instance;

namespace Trt.Api.Cli;

/// <summary><c>version</c>: which build this is.</summary>
internal static class VersionCommand
{
    public static Command Create()
    {
        var command = new Command("version", "Version, commit and day of this build.") { Answer.AsJson };
        command.SetAction(input =>
        {
            var build = ShopBuild.Current;
            var day = BuiltOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return input.Give(
                new { build.Version, build.Commit, BuiltOn = day }, $"TRT {build.Version}, commit {build.Commit ?? "not known"}, built on {day}");
        });
        return command;
    }

    /// <summary>The build is repeatable and so carries no moment; its file does.</summary>
    private static DateTime BuiltOn => File.GetLastWriteTimeUtc(Path.Combine(AppContext.BaseDirectory, "Trt.Api.dll"));
}
