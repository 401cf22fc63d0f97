namespace Msp.Customers.DependencyInjection;

// A service of a storage in addition to its repositories, such as its change log. UseStorage removes it together with the storage.
internal sealed class StorageService<T>(Func<IServiceProvider, T> make)
    where T : class
{
    public T Make(IServiceProvider services) => make(services);
}
