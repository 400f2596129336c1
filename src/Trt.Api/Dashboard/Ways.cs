namespace Trt.Api.Dashboard;

/// <summary>All addresses below the dashboard. A star stands for one piece of an address.</summary>
internal static class Ways
{
    private static readonly Way[] All =
    [
        Look("", FirstPages.Today),
        Look("find", FirstPages.Find),
        Look("orders", OrderPages.List),
        Look("orders/*", OrderPages.Show),
        Press("orders/*/look", OrderPages.LookNow),
        Press("orders/*/again", OrderPages.SendAgain),
        Press("orders/*/back", OrderPages.GiveBack),
        Press("orders/*/inputs", OrderPages.ReadInputs),
        Press("orders/*/files", OrderPages.BringFiles),
        Look("customers", CustomerPages.List),
        Look("customers/*", CustomerPages.Show),
        Press("customers/*/block", CustomerPages.Block),
        Press("customers/*/unblock", CustomerPages.Unblock),
        Press("customers/*/adjust", CustomerPages.Adjust),
        Press("customers/*/sign", CustomerPages.Sign),
        Look("models", ModelPages.List),
        Look("models/show", ModelPages.Show),
        Press("models/say", ModelPages.Say),
        Press("models/price", ModelPages.Price),
        Look("payments", PaymentPages.List),
        Look("payments/*", PaymentPages.Show),
        Look("payments/*/picture/*", PaymentPages.Picture),
        Press("payments/*/approve", PaymentPages.Approve),
        Press("payments/*/reject", PaymentPages.Reject),
        Press("payments/*/refund", PaymentPages.Refund),
        Look("work", WorkPages.Show),
        Press("work/outbox", WorkPages.ReplayOutbox),
        Press("work/update", WorkPages.ReplayUpdate),
        Press("work/callbacks", WorkPages.ReplayCallbacks),
        Look("settings", SettingPages.List),
        Look("settings/*", SettingPages.Show),
        Press("settings/*", SettingPages.Change),
        Press("settings/*/undo", SettingPages.Undo),
        Press("settings/*/reset", SettingPages.Reset),
        Look("promos", PromoPages.List),
        Press("promos", PromoPages.Make),
        Press("promos/stop", PromoPages.Stop),
        Look("audit", AuditPages.Show),
        Look("sessions", SessionPages.List),
        Press("sessions/end", SessionPages.End),
        Press("leave", SessionPages.Leave),
    ];

    public static (Func<Call, Task<DeskAnswer>> Serve, IReadOnlyList<string> Stars)? Find(string path, bool isPress)
    {
        var pieces = path.Split('/');
        foreach (var way in All)
        {
            if (way.IsPress == isPress && way.Fits(pieces))
            {
                return (way.Serve, [.. pieces.Where((_, at) => way.Pieces[at] == "*")]);
            }
        }

        return null;
    }

    private static Way Look(string pattern, Func<Call, Task<DeskAnswer>> serve) => new(pattern.Split('/'), IsPress: false, serve);

    private static Way Press(string pattern, Func<Call, Task<DeskAnswer>> serve) => new(pattern.Split('/'), IsPress: true, serve);

    private sealed record Way(string[] Pieces, bool IsPress, Func<Call, Task<DeskAnswer>> Serve)
    {
        public bool Fits(string[] pieces) =>
            pieces.Length == Pieces.Length
            && Pieces.Zip(pieces).All(pair => pair.First == "*" ? pair.Second.Length > 0 : pair.First == pair.Second);
    }
}
