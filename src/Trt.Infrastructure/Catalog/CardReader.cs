using System.Text;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Catalog;

/// <summary>One card file: read whole, so that one look at the errors shows all of them.</summary>
internal sealed class CardReader(Vocabulary vocabulary, IReadOnlySet<ProviderFamily> supported)
{
    /// <summary>Telegram takes 64 bytes behind a button; the longest that carries an id is this word with it.</summary>
    private const string LongestButton = "select_model:";
    private const int ButtonBytesMax = 64;

    private readonly FieldReader _fields = new(vocabulary);

    public ModelCard? Read(ReadOnlySpan<byte> utf8, CardErrors errors)
    {
        if (CardNode.Parse(utf8, errors) is not { } root)
        {
            return null;
        }

        var card = new CardSection(root, errors);
        _ = card.Node("$schema");
        var id = ReadId(card);
        var title = Demand(card, "title", card.Local("title", TextLimits.Title), "the name customers see");
        var benefit = Demand(card, "benefit", card.Local("benefit", TextLimits.Benefit), "one line: what the customer gains");
        var maker = Demand(card, "maker", card.Text("maker"), "who made the model");
        var family = Demand(card, "family", card.Word("family", CardWords.Families), string.Join(", ", CardWords.Families.Keys));
        var type = Demand(card, "type", card.Word("type", CardWords.Types), string.Join(", ", CardWords.Types.Keys));
        var output = Demand(card, "output", card.Word("output", CardWords.Outputs), string.Join(", ", CardWords.Outputs.Keys));
        var sendAs = card.Node("sendAs") is NullNode ? null : card.Text("sendAs") ?? id;
        var endpoint = card.Text("endpoint");
        var inputs = ReadInputs(card, out var conditions);
        var prices = PriceReader.Read(card, conditions, inputs.Rules);
        var (status, reason) = ReadStatus(card, family ?? default, prices);
        var isFree = card.Flag("free");
        var newSince = card.Day("new");
        var (formerly, instead) = (card.Texts("formerly"), card.Texts("instead"));
        var refusal = card.Word("refusalCharged", CardWords.Charges) ?? RefusalCharge.No;
        var order = card.Whole("order") ?? 1000;
        var makes = card.Whole("makes") ?? 1;
        var limit = card.TimeLimit();
        var differs = ReadDiffers(card);
        card.Finish();
        ReportDefaults(card, inputs);

        if (errors.Found.Count > 0 || id is null)
        {
            return null;
        }

        return new ModelCard
        {
            Id = new ModelId(id),
            Family = family!.Value,
            Endpoint = endpoint,
            SendAs = sendAs,
            Title = title!,
            Benefit = benefit!,
            Maker = maker!,
            Type = type!.Value,
            Output = output!.Value,
            Inputs = inputs,
            Prices = prices,
            IsFree = isFree,
            NewSince = newSince,
            Formerly = formerly,
            Instead = [.. instead.Select(other => new ModelId(other))],
            RefusalCharged = refusal,
            Makes = makes,
            Order = order,
            TimeLimit = limit,
            Status = status,
            StatusReason = reason,
            Differs = differs,
        };
    }

    private static string? ReadId(CardSection card)
    {
        var id = Demand(card, "id", card.Text("id"), "the name the provider knows the model by");
        if (id is null)
        {
            return null;
        }

        if (Encoding.UTF8.GetByteCount(LongestButton + id) > ButtonBytesMax)
        {
            card.Errors.Add(
                card.LineOf("id"),
                $"\"{id}\" does not fit a button",
                $"use at most {ButtonBytesMax - LongestButton.Length} bytes, and \"sendAs\" for the provider's longer name");
        }

        if (id.Any(letter => letter is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_' or '.' or '/')))
        {
            card.Errors.Add(
                card.LineOf("id"),
                $"\"{id}\" holds characters that buttons and addresses do not carry",
                "use Latin letters, digits and - _ . /");
        }

        return id;
    }

    private InputSchema ReadInputs(CardSection card, out ConditionReader conditions)
    {
        var fields = new Dictionary<string, Field>(StringComparer.Ordinal);
        var ordered = new List<Field>();
        foreach (var section in card.Sections("fields"))
        {
            if (_fields.Read(section) is not { } field)
            {
                continue;
            }

            if (fields.TryAdd(field.Name, field))
            {
                ordered.Add(field);
            }
            else
            {
                card.Errors.Add(section.Line, $"field \"{field.Name}\" stands here twice", "keep one of them");
            }
        }

        if (ordered.Count == 0)
        {
            card.Errors.Add(card.LineOf("fields"), "the card has no fields", "list what the model asks for");
        }

        conditions = new ConditionReader(fields);
        var known = conditions;
        return new InputSchema(ordered, [.. card.Sections("rules").SelectMany(section => RuleReader.Read(section, known))]);
    }

    private (ModelStatus Status, string? Reason) ReadStatus(CardSection card, ProviderFamily family, PriceList prices)
    {
        if (card.Section("blocked") is { } blocked)
        {
            var status = Demand(blocked, "status", blocked.Word("status", CardWords.Blocks), string.Join(", ", CardWords.Blocks.Keys));
            var reason = Demand(blocked, "reason", blocked.Text("reason"), "why, for the operator");
            blocked.Finish();
            return (status ?? ModelStatus.BlockedInvalid, reason);
        }

        if (!supported.Contains(family))
        {
            return (ModelStatus.Unsupported, $"The {family} endpoints are not served yet.");
        }

        return prices.Skus.Count == 0 ? (ModelStatus.BlockedNoPrice, "No reliable price is known.") : (ModelStatus.Ready, null);
    }

    private static Dictionary<string, string> ReadDiffers(CardSection card)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        if (card.Section("differs") is { } section)
        {
            foreach (var difference in section.Names.ToArray())
            {
                reasons[difference] = section.Text(difference) ?? "";
            }
        }

        return reasons;
    }

    /// <summary>Whoever only answers what is asked must not end in a contradiction made by the defaults.</summary>
    private static void ReportDefaults(CardSection card, InputSchema inputs)
    {
        var rules = inputs.Rules.OfType<NotTogether>().Where(rule => !rule.Values.Values.Contains(Condition.Absent)).ToArray<FieldRule>();
        var clash = new InputSchema([.. inputs.Fields.Select(field => field with { IsRequired = false })], rules)
            .Check(new Dictionary<string, InputValue>());
        foreach (var problem in clash.Problems)
        {
            card.Errors.Add(card.LineOf("rules"), $"the defaults do not go together: {problem.Limit}", "change a default or the rule");
        }
    }

    private static T? Demand<T>(CardSection section, string name, T? value, string advice)
    {
        if (value is null && !section.Has(name))
        {
            section.Errors.Add(section.Line, $"\"{name}\" is missing", $"give {advice}");
        }

        return value;
    }
}
