using System.CommandLine;

namespace Trt.Sandbox.Certification;

/// <summary><c>certify &lt;folder&gt;</c>: do our client and our emulator still know the provider that was recorded?</summary>
internal static class CertifyCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Recorded exchanges; docs/recordings.md tells their form." };
        var command = new Command(
            "certify",
            "Read recorded answers of the provider with the shop's own client, and hold the emulator's answers against their shapes. "
            + "Exit code 1 when something is lost or differs without a listed reason.")
        {
            folder,
        };
        command.SetAction(async (input, token) =>
        {
            try
            {
                var recordings = Recording.ReadFolder(input.GetRequiredValue(folder));
                var report = await new Certifier(Explanations.Shipped()).Run(recordings, token);
                await input.InvocationConfiguration.Output.WriteLineAsync($"{report}");
                return report.IsPassed ? 0 : 1;
            }
            catch (InvalidDataException error)
            {
                await input.InvocationConfiguration.Error.WriteLineAsync(error.Message);
                return 2;
            }
        });
        return command;
    }
}
