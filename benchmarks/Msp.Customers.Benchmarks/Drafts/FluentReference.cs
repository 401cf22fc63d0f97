using FluentValidation;
using Msp.Customers.Names;

namespace Msp.Customers.Benchmarks.Drafts;

internal sealed class FluentReference : AbstractValidator<ReferenceDraft>
{
    public FluentReference()
    {
        RuleFor(r => r.System).RequiredText(TextForm.MaxTokenLength);
        RuleFor(r => r.Id).RequiredText(TextForm.MaxNameLength);
    }
}
