namespace Msp.Customers.ImportExport.Tests;

// Progress at once, on the same thread.
internal sealed class Told<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
