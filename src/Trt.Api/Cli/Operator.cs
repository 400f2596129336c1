using System.CommandLine;

namespace Trt.Api.Cli;

/// <summary>Who does it, and why: asked by every command whose effect is written into the books.</summary>
internal static class Operator
{
    public static readonly Option<string> Reason = new("--reason") { Description = "Why; it stays in the history.", Required = true };

    public static readonly Option<string> Name =
        new("--operator") { Description = "Who does it.", DefaultValueFactory = _ => Environment.UserName };

    public static string Of(ParseResult input) => $"operator:{input.GetRequiredValue(Name)}";
}
