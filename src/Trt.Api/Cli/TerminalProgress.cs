using Trt.Application.Ports;

namespace Trt.Api.Cli;

/// <summary>One line that is written over; on a terminal only, and never into what was asked for.</summary>
internal sealed class TerminalProgress(Func<BackupStep, string> words) : IProgress<BackupStep>
{
    private const string Anew = "\r\u001b[K";

    public static TerminalProgress? OfTables(string done) => Console.IsErrorRedirected
        ? null
        : new TerminalProgress(step => $"{step.Done} of {step.Tables} tables {done} {step.Table}");

    public void Report(BackupStep value) => Console.Error.Write(value.Done == value.Tables ? Anew : Anew + words(value));
}
