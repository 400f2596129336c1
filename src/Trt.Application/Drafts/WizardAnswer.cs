using Trt.Domain.Catalog;

namespace Trt.Application.Drafts;

/// <summary>How a step went.</summary>
internal readonly record struct WizardAnswer(WizardRemark Remark, IReadOnlyList<InputProblem> Problems, bool ShowsSettings = false)
{
    /// <summary>What a search among many choices has found.</summary>
    public IReadOnlyList<Choice>? Found { get; init; }

    /// <summary>How many files of an album found a place.</summary>
    public int Taken { get; init; }

    /// <summary>How many it had.</summary>
    public int Sent { get; init; }

    public static readonly WizardAnswer Fine = new(WizardRemark.None, []);

    public static implicit operator WizardAnswer(WizardRemark remark) => new(remark, []);

    public static WizardAnswer From(IReadOnlyList<InputProblem> problems) => new(WizardRemark.None, problems);

    /// <summary>The page that follows, with what this step has to say on it.</summary>
    public WizardView On(WizardView page)
    {
        var told = page with { Remark = Remark, Taken = Taken, Sent = Sent };
        return told is WizardView.Ask ask ? ask with { Problems = Problems.Count > 0 ? Problems : ask.Problems, Found = Found } : told;
    }
}
