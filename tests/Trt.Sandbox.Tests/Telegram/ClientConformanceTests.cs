namespace Trt.Sandbox.Tests.Telegram;

/// <summary>Four client libraries that know nothing of this sandbox work against it as they are.</summary>
internal sealed class ClientConformanceTests
{
    private const int StepsAtLeast = 23;

    [OneTimeSetUp]
    public Task InstallClients() => NodeClients.Install();

    [TestCase("grammy.mjs")]
    [TestCase("telegraf.mjs")]
    [TestCase("node-telegram-bot-api-2.mjs")]
    [TestCase("node-telegram-bot-api-0.mjs")]
    public async Task An_independent_client_works_unmodified(string script)
    {
        await using var sandbox = await RunningSandbox.Start();

        var (exitCode, output, errors) = await NodeClients.Play(script, sandbox.Address, "9000001:conformance");

        var steps = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var failed = steps.Where(step => !step.StartsWith("ok ", StringComparison.Ordinal)).ToList();
        failed.ShouldBeEmpty($"{script}:\n{output}\n{errors}");
        steps.Length.ShouldBeGreaterThanOrEqualTo(StepsAtLeast, $"{script} ended early:\n{output}\n{errors}");
        exitCode.ShouldBe(0, errors);
    }
}
