using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore;

// The first column of every key: whose row it is. The model's objects do not know it; who reads and writes rows does.
internal static class MspColumn
{
    public const string Name = "Msp";

    public static void HasMsp<T>(this EntityTypeBuilder<T> entity)
        where T : class => entity.Property<string>(Name).HasMaxLength(TextLimits.MaxIdLength).HasValueGeneratorFactory<DefaultMspFactory>();

    public static IQueryable<T> OfMsp<T>(this IQueryable<T> rows, string msp)
        where T : class => rows.Where(e => EF.Property<string>(e, Name) == msp);
}

/// <summary>Part of the model, and public for the code of a compiled model only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DefaultMspFactory : ValueGeneratorFactory
{
    /// <inheritdoc/>
    public override ValueGenerator Create(IProperty property, ITypeBase typeBase) => new OnlyMsp();

    // What a host adds past the repositories is its only MSP's.
    private sealed class OnlyMsp : ValueGenerator<string>
    {
        public override bool GeneratesTemporaryValues => false;

        public override string Next(EntityEntry entry) => MspId.Default.Value;
    }
}
