using System.ComponentModel.DataAnnotations;
using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers.Benchmarks.Drafts;

// Attributes that DataAnnotations does not provide. The code of a rule is its message.
internal sealed class NoControlsAttribute() : ValidationAttribute("field.control-characters")
{
    public bool LineBreaks { get; init; }

    public override bool IsValid(object? value) => !TextLimits.HasControls((string?)value, LineBreaks);
}

internal sealed class WellFormedAttribute() : ValidationAttribute("field.unpaired-surrogate")
{
    public override bool IsValid(object? value) => TextLimits.IsWellFormed((string?)value);
}

internal sealed class KnownZoneAttribute() : ValidationAttribute("time-zone.invalid")
{
    public override bool IsValid(object? value) => SharedChecks.IsKnownZone((string?)value);
}

internal sealed class KnownRolesAttribute() : ValidationAttribute("contact.invalid-roles")
{
    public override bool IsValid(object? value) => SharedChecks.AreKnown((ContactRoles)value!);
}

internal sealed class SupportedDateAttribute() : ValidationAttribute("date.out-of-range")
{
    public override bool IsValid(object? value) => SharedChecks.IsSupported((LocalDate?)value);
}
