namespace Trt.Domain.BackOffice;

/// <summary>A setting that the operator has changed; what is not here has its usual value.</summary>
public sealed class Setting
{
    public const int NameLengthMax = AuditEntry.SubjectLengthMax;
    public const int ValueLengthMax = AuditEntry.ValueLengthMax;

    private Setting()
    {
    }

    public string Name { get; private init; } = "";

    public string Value { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>"operator:&lt;id or name&gt;".</summary>
    public string ChangedBy { get; private set; } = "";

    public static Setting Of(string name, string value, string actor, DateTimeOffset now)
    {
        var setting = new Setting { Name = name };
        setting.Change(value, actor, now);
        return setting;
    }

    public void Change(string value, string actor, DateTimeOffset now) => (Value, ChangedBy, ChangedAt) = (value, actor, now);
}
