namespace Msp.Customers.Durability.Writer;

// Where a save stands while it is written. Many new rows are no statements, and nothing that the context saves.
public enum SaveStep
{
    Begun,
    Written,
    Committing,
    Committed,
    Saved,
}
