using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore;

// The first column of every key, the MSP of the row. It is a shadow property: the objects of the model do not contain it, and the stores
// read and write it.
internal static class MspColumn
{
    public const string Name = "Msp";

    public static void HasMsp<T>(this EntityTypeBuilder<T> entity)
        where T : class => entity.Property<string>(Name).HasMaxLength(TextLimits.MaxIdLength).HasValueGeneratorFactory<DefaultMspFactory>();

    public static IQueryable<T> OfMsp<T>(this IQueryable<T> rows, string msp)
        where T : class => rows.Where(e => EF.Property<string>(e, Name) == msp);
}

/// <summary>A value generator of the model. The type is public only for the code of a compiled model.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DefaultMspFactory : ValueGeneratorFactory
{
    /// <inheritdoc/>
    public override ValueGenerator Create(IProperty property, ITypeBase typeBase) => new OnlyMsp();

    // A row that a host adds without the stores belongs to the default MSP.
    private sealed class OnlyMsp : ValueGenerator<string>
    {
        public override bool GeneratesTemporaryValues => false;

        public override string Next(EntityEntry entry) => MspId.Default.Value;
    }
}
