namespace Trt.Sandbox.Kie.Tasks;

internal static class KieTaskStates
{
    public static string Wire(this KieTaskState state) => state switch
    {
        KieTaskState.Waiting => "waiting",
        KieTaskState.Queuing => "queuing",
        KieTaskState.Generating => "generating",
        KieTaskState.Success => "success",
        KieTaskState.Fail => "fail",
    };
}
