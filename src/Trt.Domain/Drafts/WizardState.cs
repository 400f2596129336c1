namespace Trt.Domain.Drafts;

/// <summary>What the wizard remembers of a draft from one message to the next.</summary>
public sealed class WizardState
{
    /// <summary>The field being asked; null = everything is asked, the confirm screen is due.</summary>
    public string? Asking { get; internal set; }

    /// <summary>Answered or skipped, in order: the way back.</summary>
    public IReadOnlyList<string> Trail { get; internal set; } = [];

    /// <summary>A single field re-asked from the confirm screen; its answer leads back there.</summary>
    public bool IsEditing { get; internal set; }

    /// <summary>A text so long that the messenger cut it: what follows at once belongs to it.</summary>
    public LongText? LongText { get; internal set; }

    /// <summary>The album whose files are coming in.</summary>
    public Album? Album { get; internal set; }

    /// <summary>Words that came under a file and have not found their place yet.</summary>
    public string? Caption { get; internal set; }
}
