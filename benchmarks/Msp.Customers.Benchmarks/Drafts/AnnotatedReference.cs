using System.ComponentModel.DataAnnotations;
using Msp.Customers.Names;

namespace Msp.Customers.Benchmarks.Drafts;

internal sealed class AnnotatedReference(ReferenceDraft draft)
{
    [
        Required(ErrorMessage = "field.required"),
        MaxLength(TextLimits.MaxTokenLength, ErrorMessage = "field.too-long"),
        NoControls,
        WellFormed
    ]
    public string? System { get; } = draft.System;

    [
        Required(ErrorMessage = "field.required"),
        MaxLength(TextLimits.MaxNameLength, ErrorMessage = "field.too-long"),
        NoControls,
        WellFormed
    ]
    public string? Id { get; } = draft.Id;
}
