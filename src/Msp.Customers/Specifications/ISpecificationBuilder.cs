namespace Msp.Customers.Specifications;

/// <summary>Builds a specification; see <see cref="SpecificationBuilderExtensions"/> for what can be stated.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface ISpecificationBuilder<T>
{
    /// <summary>The specification being built.</summary>
    Specification<T> Specification { get; }
}

/// <summary>Builds a specification with a result of its own.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <typeparam name="TResult">What is returned of each.</typeparam>
public interface ISpecificationBuilder<T, TResult> : ISpecificationBuilder<T>
{
    /// <summary>The specification being built.</summary>
    new Specification<T, TResult> Specification { get; }
}

/// <summary>Builds a specification that has a first sort key, so that further ones can follow.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface IOrderedSpecificationBuilder<T> : ISpecificationBuilder<T>;

internal class SpecificationBuilder<T>(Specification<T> specification) : IOrderedSpecificationBuilder<T>
{
    public Specification<T> Specification { get; } = specification;
}

internal sealed class SpecificationBuilder<T, TResult>(Specification<T, TResult> specification)
    : SpecificationBuilder<T>(specification),
        ISpecificationBuilder<T, TResult>
{
    public new Specification<T, TResult> Specification { get; } = specification;
}
