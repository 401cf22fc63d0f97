using Msp.Customers.Rules;

namespace Msp.Customers.Transfer;

/// <summary>What a file is told about beside the rules that customers keep anyway. <c>docs/import-export.md</c> lists the codes.</summary>
public sealed class TransferRule : Rule
{
    private TransferRule(string code, string message, Severity severity = Severity.Error)
        : base(code, severity, message) { }

    /// <summary>A file holds bytes that are not UTF-8, or a null character.</summary>
    public static TransferRule NotText { get; } = new("file.not-text", "The file is not text in UTF-8 from here on.");

    /// <summary>A row is longer than any that an export writes, or has no end.</summary>
    public static TransferRule RowTooLong { get; } = new("file.row-too-long", "The row is longer than {Max} {Unit}.");

    /// <summary>A quoted cell is not closed, or goes on after its closing quote.</summary>
    public static TransferRule QuotesBroken { get; } =
        new("file.quotes-broken", "The row has a quoted cell that is not closed, or goes on after its closing quote.");

    /// <summary>The header has more columns than any file needs.</summary>
    public static TransferRule TooManyColumns { get; } =
        new("file.too-many-columns", "The header has {Count} columns; it has at most {Max}.");

    /// <summary>A column that must be there is not.</summary>
    public static TransferRule ColumnMissing { get; } = new("column.missing", "The file has no column of this name.");

    /// <summary>Two columns have one name.</summary>
    public static TransferRule ColumnRepeated { get; } = new("column.repeated", "Column {Position} has the name of an earlier one.");

    /// <summary>A column has a name that says nothing. It could be a misspelled one, whose values would be lost.</summary>
    public static TransferRule ColumnUnknown { get; } = new("column.unknown", "Column {Position} has a name that is not known.");

    /// <summary>A row has more or fewer cells than the header.</summary>
    public static TransferRule CellsMiscounted { get; } =
        new("row.cells-miscounted", "The row has {Count} cells, and the header {Columns}.");

    /// <summary>A row does not say which customer it is about.</summary>
    public static TransferRule IdMissing { get; } = new("row.id-missing", "The row names no customer.");

    /// <summary>An earlier row has the same customer's id. Neither is taken.</summary>
    public static TransferRule Repeated { get; } = new("row.repeated", "An earlier row has the same id.");

    /// <summary>A contact or quota is of a customer that the file of customers does not hold.</summary>
    public static TransferRule CustomerUnknown { get; } = new("row.customer-unknown", "The file of customers has no row with this id.");

    /// <summary>The contacts or quotas of a customer do not stand together, in the order of the customers.</summary>
    public static TransferRule OutOfOrder { get; } =
        new("row.out-of-order", "The rows of a customer do not stand together in the order of the file of customers.");

    /// <summary>A cell that should hold a number holds none.</summary>
    public static TransferRule NumberUnreadable { get; } =
        new("number.unreadable", "The number cannot be read; it is written as 1234.5, with at most {Max} digits.");

    /// <summary>A list is written with a backslash at its end.</summary>
    public static TransferRule ListUnreadable { get; } =
        new(
            "list.unreadable",
            "The list cannot be read; its items are parted by semicolons, and a backslash stands before a semicolon, colon or backslash of their own."
        );

    /// <summary>A listing is no JSON, or is nested deeper than any that an export writes.</summary>
    public static TransferRule NotJson { get; } =
        new("file.not-json", "The file is not JSON from here on, or is nested deeper than {Max}.");

    /// <summary>A listing has no list of its rows.</summary>
    public static TransferRule ListMissing { get; } = new("list.missing", "The file is no object that has a list of this name.");

    /// <summary>A row of a listing is a number, a text or a list.</summary>
    public static TransferRule NotObject { get; } = new("row.not-object", "The row is no object.");

    /// <summary>A member of a row has another form than the vendor documents.</summary>
    public static TransferRule MemberMalformed { get; } = new("row.member-malformed", "The member is not {Form}.");

    /// <summary>A row has a member twice. Readers differ in which of them they take.</summary>
    public static TransferRule MemberRepeated { get; } = new("row.member-repeated", "The member is there more than once.");

    /// <summary>The tenants of a customer say different things of what a customer has one of: plan, tenant type, license.</summary>
    public static TransferRule TenantsDiffer { get; } =
        new("tenant.details-differ", "The customer's tenants do not agree: row {Row} says otherwise.");

    /// <summary>The customer is stored with other content, and the import was not asked to edit.</summary>
    public static TransferRule CustomerDiffers { get; } =
        new("customer.differs", "The customer is stored with other content, and is left as it is.", Severity.Warning);

    /// <summary>Someone else saved the customer while the file was read.</summary>
    public static TransferRule SavedMeanwhile { get; } =
        new("customer.saved-meanwhile", "The customer was saved by someone else meanwhile; import the file again.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TransferRule> All { get; } =
    [
        NotText,
        RowTooLong,
        QuotesBroken,
        TooManyColumns,
        ColumnMissing,
        ColumnRepeated,
        ColumnUnknown,
        CellsMiscounted,
        IdMissing,
        Repeated,
        CustomerUnknown,
        OutOfOrder,
        NumberUnreadable,
        ListUnreadable,
        NotJson,
        ListMissing,
        NotObject,
        MemberMalformed,
        MemberRepeated,
        TenantsDiffer,
        CustomerDiffers,
        SavedMeanwhile,
    ];

    /// <inheritdoc/>
    public override bool IsStructural => Severity == Severity.Error;
}
