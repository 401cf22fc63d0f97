using FluentValidation;
using Msp.Customers.Names;

namespace Msp.Customers.Benchmarks.Drafts;

// The three checks of every text.
internal static class FluentText
{
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> text, int maxLength, bool lineBreaks = false) =>
        text.MaximumLength(maxLength)
            .WithErrorCode("field.too-long")
            .Must(t => !TextLimits.HasControls(t, lineBreaks))
            .WithErrorCode("field.control-characters")
            .Must(TextLimits.IsWellFormed)
            .WithErrorCode("field.unpaired-surrogate");

    public static IRuleBuilderOptions<T, string?> RequiredText<T>(this IRuleBuilder<T, string?> text, int maxLength) =>
        text.NotEmpty().WithErrorCode("field.required").Text(maxLength);
}
