using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>The next text, when nothing but files that may be left as they are stands before it.</summary>
internal sealed record TextAhead(TextField Text, List<MediaField> Passed)
{
    public static TextAhead? Of(Wizard wizard)
    {
        if (wizard.IsEditing || wizard.Open is not MediaField)
        {
            return null;
        }

        List<MediaField> passed = [];
        foreach (var step in WizardPlan.Steps(wizard.Card, wizard.Draft.Values).Where(step => !wizard.State.Trail.Contains(step.Name)))
        {
            if (step is TextField text)
            {
                return new TextAhead(text, passed);
            }

            if (step is not MediaField media || !CanPass(wizard, media, passed))
            {
                break;
            }

            passed.Add(media);
        }

        return null;
    }

    private static bool CanPass(Wizard wizard, MediaField field, List<MediaField> passed) => wizard.Draft.MediaOf(field).Count switch
    {
        0 => !field.IsRequired && wizard.LastChance(field, passed) is null,
        var count => count >= field.ItemsMin,
    };
}
