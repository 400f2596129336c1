using Microsoft.Extensions.Configuration;
using Trt.Sandbox.Control;

namespace Trt.Sandbox.Tests;

internal sealed class SandboxHostTests
{
    [Test]
    public async Task No_file_is_watched_so_that_many_sandboxes_fit_on_one_machine()
    {
        await using var sandbox = SandboxHost.Build(0, new SandboxClock());

        var files = ((IConfigurationRoot)sandbox.Configuration).Providers.OfType<FileConfigurationProvider>().ToList();

        files.ShouldNotBeEmpty();
        files.ShouldAllBe(file => !file.Source.ReloadOnChange);
    }
}
