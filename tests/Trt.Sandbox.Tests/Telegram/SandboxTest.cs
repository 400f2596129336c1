namespace Trt.Sandbox.Tests.Telegram;

/// <summary>One sandbox for a fixture; every test starts from a reset one.</summary>
internal abstract class SandboxTest
{
    protected RunningSandbox Sandbox { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartSandbox() => Sandbox = await RunningSandbox.Start();

    [OneTimeTearDown]
    public async Task StopSandbox() => await Sandbox.DisposeAsync();

    [SetUp]
    public async Task Reset()
    {
        await Sandbox.Control("reset", new { });
        await Sandbox.Call("deleteWebhook");
    }
}
