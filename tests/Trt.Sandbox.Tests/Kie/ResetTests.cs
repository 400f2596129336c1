using Microsoft.Extensions.DependencyInjection;
using Trt.Sandbox.Control;

namespace Trt.Sandbox.Tests.Kie;

internal sealed class ResetTests : KieTests
{
    [Test]
    public async Task A_reset_forgets_tasks_files_credits_pace_and_faults()
    {
        var file = await Kie.Upload([1], "a.png", "image/png");
        await Kie.CreateTask("z-image", """{"prompt":"x"}""");
        await Kie.Dial("""{"create": {"code": 500}}""");

        foreach (var state in Kie.Services.GetServices<ISandboxState>())
        {
            state.Reset();
        }

        (await Kie.Get("/control/kie")).Count.ShouldBe(0);
        (await Kie.Get("/control/kie/tasks"))["creates"]!.GetValue<long>().ShouldBe(0);
        (await Kie.Get("/control/kie/tasks"))["tasks"]!.AsArray().ShouldBeEmpty();
        (await Kie.Client.GetAsync(file)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
