using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore;

// Converts the values of the library to column values: dates to dates, ids and keys to text, credits to whole millionths.
internal static class ValueConversions
{
    public static PropertyBuilder<CustomerId> AsText(this PropertyBuilder<CustomerId> property) =>
        property.HasConversion(id => id.Value, text => CustomerId.FromStored(text)).HasMaxLength(TextLimits.MaxIdLength);

    public static PropertyBuilder<PlanId> AsText(this PropertyBuilder<PlanId> property) =>
        property.HasConversion(id => id.Value, text => PlanId.FromStored(text)).HasMaxLength(TextLimits.MaxIdLength);

    public static PropertyBuilder<PlanId?> AsOptionalText(this PropertyBuilder<PlanId?> property) =>
        property.HasConversion(id => id!.Value, text => PlanId.FromStored(text)).HasMaxLength(TextLimits.MaxIdLength);

    public static PropertyBuilder<NameKey> AsText(this PropertyBuilder<NameKey> property) =>
        property.HasConversion(key => key.Value, text => NameKey.FromStored(text)).HasMaxLength(TextLimits.MaxKeyLength);

    public static PropertyBuilder<LocalDate> AsDate(this PropertyBuilder<LocalDate> property) =>
        property.HasConversion(date => date.ToDateOnly(), date => LocalDate.FromDateOnly(date));

    public static PropertyBuilder<LocalDate?> AsDate(this PropertyBuilder<LocalDate?> property) =>
        property.HasConversion(date => date!.Value.ToDateOnly(), date => LocalDate.FromDateOnly(date));

    public static PropertyBuilder<Credits> AsMicros(this PropertyBuilder<Credits> property) =>
        property.HasConversion(credits => credits.Micros, micros => Credits.FromMicros(micros));

    public static PropertyBuilder<Credits?> AsMicros(this PropertyBuilder<Credits?> property) =>
        property.HasConversion(credits => credits!.Value.Micros, micros => Credits.FromMicros(micros));

    public static PropertyBuilder<decimal?> AsMillionths(this PropertyBuilder<decimal?> property) =>
        property.HasConversion(value => (long)(value!.Value * Credits.Scale), millionths => millionths / (decimal)Credits.Scale);
}
