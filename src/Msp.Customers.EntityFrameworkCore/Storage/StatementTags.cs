using System.Data.Common;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>What a statement of the repositories says of itself in a comment at its beginning, for interceptors and for the logs of a server.</summary>
internal static class StatementTags
{
    /// <summary>Reads rows by their ids. Its text does not depend on which or how many they are.</summary>
    public const string ById = "Msp.Customers by id";

    /// <summary>Whether a statement reads rows by their ids.</summary>
    /// <param name="command">The statement.</param>
    /// <returns>True for one with the tag <see cref="ById"/>.</returns>
    public static bool IsById(DbCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.CommandText.StartsWith($"-- {ById}", StringComparison.Ordinal);
    }
}
