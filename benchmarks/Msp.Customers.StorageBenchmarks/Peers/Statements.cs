namespace Msp.Customers.StorageBenchmarks.Peers;

// The hand-written SQL of ADO.NET and Dapper.
internal static class Statements
{
    private const string RowColumns = """
        "Id", "AccountName", "OrganizationName", "ServicePlan", "TenantType", "LicenseExpiryDate", "RegisteredOn", "SuspendedOn", "ClosedOn"
        """;

    private const string After = """AND "AccountKey" >= @key AND ("AccountKey" > @key OR "Id" > @id) """;

    public static readonly string Rows = Page(RowColumns);

    public static readonly string Customers = Page(Table.Customers.Columns);

    // A page other than the first begins after a key and an id.
    public static readonly string RowsAfter = Page(RowColumns, After);

    public static readonly string CustomersAfter = Page(Table.Customers.Columns, After);

    public static readonly string Customer = $"SELECT {Table.Customers.Columns} FROM \"Customers\" WHERE \"Msp\" = @msp AND \"Id\" = @id";

    public static readonly string ChangeAddress =
        """UPDATE "Customers" SET "Address" = @address, "Version" = @version """
        + """WHERE "Msp" = @msp AND "Id" = @id AND "Version" = @version - 1""";

    // Reads the parts of many customers in one round trip.
    public static string Parts(IdList ids)
    {
        return string.Join(
            ";\n",
            Of(Table.Regions, "Name"),
            Of(Table.Quotas, "Number"),
            Of(Table.Schedules, "Number"),
            Of(Table.Contacts, "Number"),
            Of(Table.References, "System", "Id")
        );

        string Of(Table table, params string[] order) =>
            $"SELECT {table.Columns} FROM \"{table.Name}\" WHERE \"Msp\" = @msp "
            + $"AND \"CustomerId\" {ids.IsAmong} ORDER BY \"CustomerId\"{string.Concat(order.Select(o => $", \"{o}\""))}";
    }

    private static string Page(string columns, string after = "") =>
        $"SELECT {columns} FROM \"Customers\" WHERE \"Msp\" = @msp {after}ORDER BY \"AccountKey\", \"Id\" LIMIT 51";
}
