namespace Trt.Api.Options;

public sealed partial class OptionsReader
{
    private const string ExportProtocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string OverHttp = "http/protobuf";

    /// <summary>
    /// What of OpenTelemetry's own settings is followed: where and how to export. What is measured, and with which care, is ours to say.
    /// </summary>
    private static readonly string[] Followed =
        ["OTEL_EXPORTER_OTLP_", "OTEL_SERVICE_NAME", "OTEL_RESOURCE_ATTRIBUTES", "OTEL_TRACES_SAMPLER", "OTEL_BSP_", "OTEL_METRIC_EXPORT_"];

    private Dictionary<string, string?> ReadTelemetry()
    {
        if (Address(TrtOptions.ExportEndpoint) is null)
        {
            return [];
        }

        var settings = source.AsEnumerable()
            .Where(
                entry =>
                    Followed.Any(name => entry.Key.StartsWith(name, StringComparison.Ordinal)) && !string.IsNullOrWhiteSpace(entry.Value))
            .ToDictionary(entry => entry.Key, entry => entry.Value);
        settings.TryAdd(ExportProtocol, OverHttp);
        if (settings[ExportProtocol] is not (OverHttp or "grpc"))
        {
            _problems.Add($"{ExportProtocol} is \"{settings[ExportProtocol]}\"; it must be {OverHttp} or grpc.");
        }

        return settings;
    }
}
