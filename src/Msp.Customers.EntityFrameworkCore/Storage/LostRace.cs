using System.Data.Common;

namespace Msp.Customers.EntityFrameworkCore.Storage;

// The database chose this transaction as the one to roll back: two waited for each other, or did what they could not have done one after the other.
internal static class LostRace
{
    private const string SerializationFailure = "40001";
    private const string Deadlock = "40P01";

    // A provider may wrap it as something that might pass, so the cause is what counts.
    public static bool IsLostRace(this Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException { SqlState: SerializationFailure or Deadlock })
            {
                return true;
            }
        }

        return false;
    }
}
