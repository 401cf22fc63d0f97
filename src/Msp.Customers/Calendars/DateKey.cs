using NodaTime;

namespace Msp.Customers;

// An integer for a date of the ISO calendar, in the order of the dates. Consecutive days can differ by more than 1.
internal static class DateKey
{
    public static int Of(LocalDate date) => (date.Year << 9) | (date.Month << 5) | date.Day;

    public static LocalDate ToDate(int key) => new(key >> 9, (key >> 5) & 0xF, key & 0x1F);
}
