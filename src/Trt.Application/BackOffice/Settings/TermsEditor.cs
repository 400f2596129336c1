using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Settings;

/// <summary>
/// Where every change of a setting happens: one after the other, checked with all the others, saved with its audit entry.
/// </summary>
internal sealed class TermsEditor(ITrtDb db, ICards cards, TermsInUse inUse, TimeProvider time)
{
    public const string Changed = "setting.changed";
    public const string WasReset = "setting.reset";

    /// <param name="value">Null takes the change back.</param>
    /// <param name="isTrial">Only looks what would come of it.</param>
    /// <param name="alongside">What is saved with it.</param>
    public async Task<SettingResult> Put(
        string name, string? value, string actor, string reason, CancellationToken token, bool isTrial = false, Action? alongside = null)
    {
        if (SettingsRegistry.Find(name) is not { } rule)
        {
            return new SettingResult.Refused(
                SettingRefusal.UnknownSetting, $"There is no setting \"{name}\". There are: {SettingsRegistry.Names}.");
        }

        await using var work = await db.Begin(token);
        var rows = await db.LockSettings(token);
        var row = rows.Find(found => found.Name == name);
        var before = TermsReading.Lay(inUse.Start, rows);
        var others = TermsReading.Lay(inUse.Start, [.. rows.Where(found => found != row)]);
        if (Lay(rule, others, value) is not SettingReading.Taken { Terms: var after }
            || rule.Read(after) is { Length: > Setting.ValueLengthMax })
        {
            return new SettingResult.Refused(SettingRefusal.BadValue, $"{name} must be {rule.Bounds}; \"{value}\" is not.");
        }

        if (value is not null && rule.Objection(after, cards.Current) is { } objection)
        {
            return new SettingResult.Refused(SettingRefusal.UnknownSubject, objection);
        }

        if (TermsCheck.Contradictions(after) is { Count: > 0 } contradictions)
        {
            return new SettingResult.Refused(SettingRefusal.Contradiction, string.Join(' ', contradictions.Select(found => found.Text)));
        }

        var (was, becomes) = (row is not null && !IsFollowed(rule, others, row) ? row.Value : rule.Read(before), rule.Read(after));
        if (value is null ? row is null : was == becomes)
        {
            return new SettingResult.AsBefore(name, becomes);
        }

        if (isTrial)
        {
            return new SettingResult.Changed(name, was, becomes);
        }

        Write(row, name, value is null ? null : becomes, actor);
        alongside?.Invoke();
        db.Audit.Add(AuditEntry.Of(actor, value is null ? WasReset : Changed, name, was, becomes, reason, time.GetUtcNow()));
        await work.Commit(token);
        await inUse.Refresh(db, token);
        return new SettingResult.Changed(name, was, becomes);
    }

    private void Write(Setting? row, string name, string? value, string actor)
    {
        switch (row, value)
        {
            case (null, { } first):
                db.Settings.Add(Setting.Of(name, first, actor, time.GetUtcNow()));
                break;
            case ({ } known, { } next):
                known.Change(next, actor, time.GetUtcNow());
                break;
            case ({ } known, null):
                db.Settings.Remove(known);
                break;
        }
    }

    private static SettingReading Lay(SettingRule rule, ShopTerms others, string? value) =>
        value is null ? new SettingReading.Taken(others) : rule.Write(others, value);

    private static bool IsFollowed(SettingRule rule, ShopTerms others, Setting row) =>
        rule.Write(others, row.Value) is SettingReading.Taken;
}
