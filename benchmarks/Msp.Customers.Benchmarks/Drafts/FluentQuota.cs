using FluentValidation;

namespace Msp.Customers.Benchmarks.Drafts;

internal sealed class FluentQuota : AbstractValidator<QuotaDraft>
{
    public FluentQuota()
    {
        RuleFor(q => q.EffectiveDate)
            .NotNull()
            .WithErrorCode("quota.effective-date-required")
            .Must(SharedChecks.IsSupported)
            .WithErrorCode("date.out-of-range");
        RuleFor(q => q.EndDate).Must(SharedChecks.IsSupported).WithErrorCode("date.out-of-range");
        RuleFor(q => q.EndDate)
            .GreaterThanOrEqualTo(q => q.EffectiveDate)
            .WithErrorCode("quota.ends-before-it-starts")
            .When(q => SharedChecks.IsSupported(q.EffectiveDate) && SharedChecks.IsSupported(q.EndDate) && q.EffectiveDate is not null);
        RuleFor(q => q.Credits)
            .GreaterThan(0)
            .WithErrorCode("quota.credits-not-positive")
            .LessThanOrEqualTo(Credits.Max.Amount)
            .WithErrorCode("quota.credits-too-large")
            .Must(credits => credits is not { } c || !Credits.IsTooFine(c))
            .WithErrorCode("quota.credits-too-precise");
        RuleFor(q => q.Credits).NotNull().WithErrorCode("quota.credits-required").When(q => !q.Unlimited);
        RuleFor(q => q.Unlimited).Equal(false).WithErrorCode("quota.credits-and-unlimited").When(q => q.Credits is not null);
    }
}
