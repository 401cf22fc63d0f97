using NodaTime;

namespace Msp.Customers.ImportExport;

// The content of a row of the file of customers.
internal sealed class CustomerRecord(CustomerDraft details)
{
    public CustomerDraft Details { get; } = details;

    public LocalDate? RegisteredOn { get; set; }
}
