namespace Msp.Customers.ImportExport.Tests;

// Reports progress immediately, on the same thread.
internal sealed class SynchronousProgress<T>(Action<T> handler) : IProgress<T>
{
    public void Report(T value) => handler(value);
}
