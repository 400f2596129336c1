using Trt.Domain.Shared;

namespace Trt.Api.Bot.Routes;

/// <summary>Buttons about one order, behind the counter.</summary>
internal abstract record AdminOrderRoute(string Name, params string[] Arguments) : Route(Name, Arguments)
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Route?>> Readers = new Dictionary<string, Func<string[], Route?>>
    {
        ["admin_order"] = arguments => WithId(arguments, id => new AdminShowOrderRoute(id)),
        ["admin_order_in"] = arguments => WithId(arguments, id => new AdminReadInputsRoute(id)),
        ["admin_order_files"] = arguments => WithId(arguments, id => new AdminInputFilesRoute(id)),
        ["admin_order_look"] = arguments => WithId(arguments, id => new AdminLookRoute(id)),
        ["admin_order_send"] = arguments => WithId(arguments, id => new AdminSendAgainRoute(id)),
        ["admin_order_back"] = arguments => WithId(arguments, id => new AdminGiveBackRoute(id)),
        ["admin_order_why"] = arguments => arguments is [_, var word] && AdminGiveBackForRoute.Read(word) is { } reason
            ? WithId(arguments, id => new AdminGiveBackForRoute(id, reason))
            : null,
        ["admin_order_go"] = arguments => arguments is [_, { Length: AdminRefundGoRoute.MarkLength } mark]
            ? WithId(arguments, id => new AdminGiveBackGoRoute(id, mark))
            : null,
        ["admin_orders"] = arguments => new AdminOrdersRoute(PageIn(At(arguments, 0)), string.Join(':', arguments.Skip(1))),
    };
}

internal sealed record AdminShowOrderRoute(GenerationId Order) : AdminOrderRoute("admin_order", Text(Order));

/// <summary>What the customer wrote and sent; written down.</summary>
internal sealed record AdminReadInputsRoute(GenerationId Order) : AdminOrderRoute("admin_order_in", Text(Order));

/// <summary>The same for the files among it.</summary>
internal sealed record AdminInputFilesRoute(GenerationId Order) : AdminOrderRoute("admin_order_files", Text(Order));

internal sealed record AdminLookRoute(GenerationId Order) : AdminOrderRoute("admin_order_look", Text(Order));

internal sealed record AdminSendAgainRoute(GenerationId Order) : AdminOrderRoute("admin_order_send", Text(Order));

/// <summary>Asks why the money is to go back.</summary>
internal sealed record AdminGiveBackRoute(GenerationId Order) : AdminOrderRoute("admin_order_back", Text(Order));

internal sealed record AdminGiveBackForRoute(GenerationId Order, UsualGiveBack Reason)
    : AdminOrderRoute("admin_order_why", Text(Order), Words.First(pair => pair.Value == Reason).Key)
{
    private static readonly (string Key, UsualGiveBack Value)[] Words =
        [("slow", UsualGiveBack.TooLong), ("bad", UsualGiveBack.BadResult), ("ours", UsualGiveBack.OurFault)];

    public static UsualGiveBack? Read(string word) =>
        Words.Where(pair => pair.Key == word).Select(pair => (UsualGiveBack?)pair.Value).FirstOrDefault();
}

/// <param name="Mark">Of the reason on the screen: an older screen gives nothing back for a reason it never showed.</param>
internal sealed record AdminGiveBackGoRoute(GenerationId Order, string Mark) : AdminOrderRoute("admin_order_go", Text(Order), Mark)
{
    public override Tone Tone => Tone.Agree;
}

/// <param name="Query">By what several orders are found: a reference under which variations were ordered.</param>
internal sealed record AdminOrdersRoute(int Page, string Query) : AdminOrderRoute("admin_orders", Text(Page), AdminUsersRoute.Fit(Query));

/// <summary>Reasons that need no typing.</summary>
internal enum UsualGiveBack
{
    TooLong,
    BadResult,
    OurFault,
}
