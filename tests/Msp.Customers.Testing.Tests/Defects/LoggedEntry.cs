using Msp.Customers.ChangeLog;

namespace Msp.Customers.Testing.Tests.Defects;

internal sealed class LoggedEntry(string msp, ChangeEntry entry)
{
    public string Msp => msp;

    public ChangeEntry Entry { get; set; } = entry;

    public bool IsDelivered { get; set; }
}
