namespace Trt.Benchmarks.Neighbours;

/// <summary>Live settings, as an operator may set them.</summary>
internal static class Settings
{
    /// <summary>What the provider's limits allow is not what the shop could.</summary>
    public const string WithoutPace =
        """
        INSERT INTO settings (name, value, changed_at, changed_by)
        SELECT name, value, now(), 'bench'
        FROM (VALUES ('pace.starts_per_ten_seconds', '1000'), ('pace.reads_per_second', '1000'), ('pace.running_max', '10000'))
            AS limits(name, value)
        """;
}
