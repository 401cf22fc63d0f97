namespace Msp.Customers.Rules;

/// <summary>One of several changes that are judged together.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <param name="Change">What is stored, what would be, and the day.</param>
/// <param name="Found">Where its violations go.</param>
public readonly record struct JudgedChange<T>(Change<T> Change, ICollection<Violation> Found)
    where T : class;
