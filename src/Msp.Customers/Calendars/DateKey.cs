using NodaTime;

namespace Msp.Customers;

// One integer for a date of the ISO calendar, in the order of the dates. The day after is a larger number, not always the next one.
internal static class DateKey
{
    public static int Of(LocalDate date) => (date.Year << 9) | (date.Month << 5) | date.Day;

    public static LocalDate ToDate(int key) => new(key >> 9, (key >> 5) & 0xF, key & 0x1F);
}
