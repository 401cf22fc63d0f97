namespace Msp.Customers.Durability.Writer;

// Where a save stands while it is written. In a sound one each comes once, but for the statements.
public enum SaveStep
{
    Saving,
    Written,
    Committing,
    Committed,
    Saved,
}
