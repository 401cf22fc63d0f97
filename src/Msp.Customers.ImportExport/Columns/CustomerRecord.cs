using NodaTime;

namespace Msp.Customers.ImportExport;

// What a row of the customers' file says.
internal sealed class CustomerRecord(CustomerDraft details)
{
    public CustomerDraft Details { get; } = details;

    public LocalDate? RegisteredOn { get; set; }
}
