using System.Data.Common;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>The tags that the stores write as comments into their statements, for interceptors and server logs.</summary>
internal static class StatementTags
{
    /// <summary>
    /// The tag of a statement that reads rows by their ids. The text of the statement does not depend on the ids or their number.
    /// </summary>
    public const string ById = "Msp.Customers by id";

    /// <summary>Whether a statement reads rows by their ids.</summary>
    /// <param name="command">The statement.</param>
    /// <returns>True for a statement with the tag <see cref="ById"/>.</returns>
    public static bool IsById(DbCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.CommandText.StartsWith($"-- {ById}", StringComparison.Ordinal);
    }
}
