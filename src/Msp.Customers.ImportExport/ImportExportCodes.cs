using Msp.Customers.Rules;

namespace Msp.Customers.ImportExport;

/// <summary>
/// Contains the codes reported about files, in addition to those of <c>RuleOptions.Catalog</c>.
/// </summary>
public static class ImportExportCodes
{
    // The file contains bytes that are not valid UTF-8, or a null character.
    internal static readonly RuleDescriptor NotText = RuleDescriptor.Invariant("file.not-text", "The file is not UTF-8 text from here on.");

    // The row is longer than any row of an export, or has no end.
    internal static readonly RuleDescriptor RowTooLong = RuleDescriptor.Invariant(
        "file.row-too-long",
        "The row is longer than {Max} {Unit}.",
        ("Max", typeof(int)),
        ("Unit", typeof(string))
    );

    // A quoted cell is not closed, or text follows its closing quote.
    internal static readonly RuleDescriptor InvalidQuotes = RuleDescriptor.Invariant(
        "file.invalid-quotes",
        "The row has a quoted cell that is not closed, or that continues after its closing quote."
    );

    // The header has more columns than any file needs.
    internal static readonly RuleDescriptor TooManyColumns = RuleDescriptor.Invariant(
        "file.too-many-columns",
        "The header has {Count} columns. The maximum is {Max}.",
        ("Count", typeof(int)),
        ("Max", typeof(int))
    );

    // A required column is missing.
    internal static readonly RuleDescriptor MissingColumn = RuleDescriptor.Invariant(
        "column.missing",
        "The file has no column with this name."
    );

    // Two columns have the same name.
    internal static readonly RuleDescriptor DuplicateColumn = RuleDescriptor.Invariant(
        "column.duplicate",
        "Column {Position} has the name of an earlier column.",
        ("Position", typeof(int))
    );

    // The name of a column is unknown. It could be misspelled, and its values would be lost.
    internal static readonly RuleDescriptor UnknownColumn = RuleDescriptor.Invariant(
        "column.unknown",
        "Column {Position} has an unknown name.",
        ("Position", typeof(int))
    );

    // The row has more or fewer cells than the header.
    internal static readonly RuleDescriptor WrongCellCount = RuleDescriptor.Invariant(
        "row.wrong-cell-count",
        "The row has {Count} cells. The header has {Columns}.",
        ("Count", typeof(int)),
        ("Columns", typeof(int))
    );

    // The row has no customer id.
    internal static readonly RuleDescriptor IdRequired = RuleDescriptor.Invariant("row.id-required", "The row has no customer id.");

    // An earlier row has the same customer id. Neither row is imported.
    internal static readonly RuleDescriptor DuplicateRow = RuleDescriptor.Invariant("row.duplicate", "An earlier row has the same id.");

    // The contact or quota belongs to a customer that the file of customers does not contain.
    internal static readonly RuleDescriptor CustomerNotFound = RuleDescriptor.Invariant(
        "row.customer-not-found",
        "The customer file has no row with this id."
    );

    // The contacts or quotas of a customer are not consecutive, or not in the order of the customers.
    internal static readonly RuleDescriptor OutOfOrder = RuleDescriptor.Invariant(
        "row.out-of-order",
        "The rows of a customer must be together, in the order of the customer file."
    );

    // The cell is not a number.
    internal static readonly RuleDescriptor InvalidNumber = RuleDescriptor.Invariant(
        "number.invalid",
        "The text is not a number in the form 1234.5 with at most {Max} digits.",
        ("Max", typeof(int))
    );

    // The list ends with a backslash.
    internal static readonly RuleDescriptor InvalidList = RuleDescriptor.Invariant(
        "list.invalid",
        "The list cannot be read. Separate items with semicolons, and escape a semicolon, colon or backslash with a backslash."
    );

    // The listing is not JSON, or is nested deeper than any listing of an export.
    internal static readonly RuleDescriptor NotJson = RuleDescriptor.Invariant(
        "file.not-json",
        "The file is not valid JSON from here on, or is nested deeper than {Max} levels.",
        ("Max", typeof(int))
    );

    // The listing has no list of rows.
    internal static readonly RuleDescriptor MissingList = RuleDescriptor.Invariant(
        "list.missing",
        "The file is not an object with a list of this name."
    );

    // The row of the listing is a number, a text or a list.
    internal static readonly RuleDescriptor NotObject = RuleDescriptor.Invariant("row.not-object", "The row is not an object.");

    // The member of the row does not have the form that the vendor documents.
    internal static readonly RuleDescriptor InvalidMember = RuleDescriptor.Invariant(
        "row.invalid-member",
        "The member is not {Form}.",
        ("Form", typeof(string))
    );

    // The row has a member twice. Readers of JSON differ in which one they use.
    internal static readonly RuleDescriptor DuplicateMember = RuleDescriptor.Invariant(
        "row.duplicate-member",
        "The member appears more than once."
    );

    // The tenants of a customer have different values for its plan, tenant type or license.
    internal static readonly RuleDescriptor TenantDetailsDiffer = RuleDescriptor.Invariant(
        "tenant.details-differ",
        "The tenants of the customer disagree. Row {Row} has a different value.",
        ("Row", typeof(long))
    );

    // The customer is stored with other content, and the options do not allow edits.
    internal static readonly RuleDescriptor CustomerDiffers = new(
        "customer.differs",
        Severity.Warning,
        "The stored customer has different content and was not changed."
    );

    // Another caller saved the customer during the import.
    internal static readonly RuleDescriptor ConcurrentChange = RuleDescriptor.Invariant(
        "customer.concurrent-change",
        "The customer was changed by someone else during the import. Import the file again."
    );

    /// <summary>The descriptors of all codes.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } =
    [
        NotText,
        RowTooLong,
        InvalidQuotes,
        TooManyColumns,
        MissingColumn,
        DuplicateColumn,
        UnknownColumn,
        WrongCellCount,
        IdRequired,
        DuplicateRow,
        CustomerNotFound,
        OutOfOrder,
        InvalidNumber,
        InvalidList,
        NotJson,
        MissingList,
        NotObject,
        InvalidMember,
        DuplicateMember,
        TenantDetailsDiffer,
        CustomerDiffers,
        ConcurrentChange,
    ];
}
