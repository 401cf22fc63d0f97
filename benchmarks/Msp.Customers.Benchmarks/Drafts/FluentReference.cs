using FluentValidation;
using Msp.Customers.Names;

namespace Msp.Customers.Benchmarks.Drafts;

internal sealed class FluentReference : AbstractValidator<ReferenceDraft>
{
    public FluentReference()
    {
        RuleFor(r => r.System).RequiredText(TextLimits.MaxTokenLength);
        RuleFor(r => r.Id).RequiredText(TextLimits.MaxNameLength);
    }
}
