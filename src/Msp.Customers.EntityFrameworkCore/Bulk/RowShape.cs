using System.Collections;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Msp.Customers.EntityFrameworkCore;

// How the rows of a table are read from the objects that the model maps to it, and which objects are rows of the tables of its parts.
internal sealed class RowShape
{
    private const string Annotation = "MspCustomers:RowShape";
    private readonly IEntityType entity;
    private readonly RowShape? owner;
    private readonly List<Column> columns = [];
    private readonly List<(RowShape Shape, Func<object, object?> Read)> parts = [];

    private RowShape(IEntityType entity, RowShape? owner)
    {
        this.entity = entity;
        this.owner = owner;
        Add(entity, row => row);
    }

    public string Table => entity.GetTableName()!;

    public string? Schema => entity.GetSchema();

    public IReadOnlyList<Column> Columns => columns;

    // Whether the model keeps nothing in these tables that only its change tracker can tell, such as a value that the database makes.
    public bool IsKnown { get; private set; } = true;

    // Made once for a model.
    public static RowShape Of(DbContext context, Type type)
    {
        var entity = context.Model.FindEntityType(type)!;
        return entity.GetOrAddRuntimeAnnotationValue(Annotation, (IEntityType? e) => new RowShape(e!, null), entity);
    }

    // The table itself and those of its parts, each after the one that it refers to.
    public IEnumerable<(RowShape Shape, List<(object Row, object Owner)> Rows)> Rows(List<(object Row, object Owner)> rows)
    {
        yield return (this, rows);
        foreach (var (shape, read) in parts)
        {
            var of = rows.SelectMany(r => ((IEnumerable?)read(r.Row))?.Cast<object>() ?? [], (r, part) => (part, r.Row)).ToList();
            foreach (var further in shape.Rows(of))
            {
                yield return further;
            }
        }
    }

    // What stands in the table of its owner adds its columns there; its keys are the owner's.
    private void Add(IEntityType type, Func<object, object?> read)
    {
        var table = StoreObjectIdentifier.Table(Table, Schema);
        foreach (var property in type.GetProperties())
        {
            if (property.GetColumnName(table) is { } name && !columns.Exists(c => c.Name == name))
            {
                var mapping = property.GetRelationalTypeMapping();
                var (value, toProvider) = (Reader(type, property, read), ToProvider(mapping.Converter));
                columns.Add(new Column(name, mapping, (row, of, msp) => value(row, of, msp) is { } found ? toProvider(found) : null));
            }
        }

        foreach (var navigation in type.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && !n.IsOnDependent))
        {
            var getter = navigation.GetGetter();
            Func<object, object?> target = row => read(row) is { } from ? getter.GetClrValue(from) : null;
            if (navigation.IsCollection)
            {
                parts.Add((new RowShape(navigation.TargetEntityType, this), target));
                IsKnown &= parts[^1].Shape.IsKnown;
            }
            else if (navigation.TargetEntityType.GetTableName() == Table)
            {
                Add(navigation.TargetEntityType, target);
            }
            else
            {
                IsKnown = false;
            }
        }
    }

    private Func<object, object, string, object?> Reader(IEntityType type, IProperty property, Func<object, object?> read)
    {
        if (property.Name == MspColumn.Name)
        {
            return (_, _, msp) => msp;
        }

        if (!property.IsShadowProperty() && property.ValueGenerated == ValueGenerated.Never)
        {
            var getter = property.GetGetter();
            return (row, _, _) => read(row) is { } from ? getter.GetClrValue(from) : null;
        }

        // The key of the owner, where that is a property of its own.
        if (
            owner is not null
            && type == entity
            && type.FindOwnership() is { } ownership
            && ownership.Properties.Zip(ownership.PrincipalKey.Properties).FirstOrDefault(p => p.First == property).Second is { } key
            && !key.IsShadowProperty()
        )
        {
            var getter = key.GetGetter();
            return (_, of, _) => getter.GetClrValue(of);
        }

        IsKnown = false;
        return (_, _, _) => null;
    }

    // The converter's own way from object to object looks at the types of each value anew.
    private static Func<object, object?> ToProvider(ValueConverter? converter)
    {
        if (converter is null)
        {
            return value => value;
        }

        var value = Expression.Parameter(typeof(object));
        var converted = Expression.Invoke(converter.ConvertToProviderExpression, Expression.Convert(value, converter.ModelClrType));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(converted, typeof(object)), value).Compile();
    }

    // What is read of a row, its owner and the MSP, as the provider knows it.
    public sealed record Column(string Name, RelationalTypeMapping Type, Func<object, object, string, object?> Read);
}
