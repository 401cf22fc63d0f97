using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace Msp.Customers.Benchmarks.Drafts;

internal sealed class AnnotatedQuota(QuotaDraft draft) : IValidatableObject
{
    [Required(ErrorMessage = "quota.effective-date-required"), SupportedDate]
    public LocalDate? EffectiveDate { get; } = draft.EffectiveDate;

    [SupportedDate]
    public LocalDate? EndDate { get; } = draft.EndDate;

    public decimal? Credits { get; } = draft.Credits;

    public bool Unlimited { get; } = draft.Unlimited;

    // Runs only when all attributes are valid, so that both dates use the same calendar.
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (EndDate < EffectiveDate)
        {
            yield return new("quota.ends-before-it-starts");
        }

        if (Credits is null && !Unlimited)
        {
            yield return new("quota.credits-required");
        }

        if (Credits is not null && Unlimited)
        {
            yield return new("quota.credits-and-unlimited");
        }

        if (Credits <= 0)
        {
            yield return new("quota.credits-not-positive");
        }

        if (Credits > Msp.Customers.Credits.Max.Amount)
        {
            yield return new("quota.credits-too-large");
        }

        if (Credits is { } credits && Msp.Customers.Credits.IsTooFine(credits))
        {
            yield return new("quota.credits-too-precise");
        }
    }
}
