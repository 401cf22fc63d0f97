namespace Msp.Customers.Durability.Writer;

// The steps of a save. Saved comes last, but precedes the commit in a transaction that the store begins. Bulk inserts have no step Written
// or Saved, since the context does not save them.
public enum SaveStep
{
    Begun,
    Written,
    Committing,
    Committed,
    Saved,
}
