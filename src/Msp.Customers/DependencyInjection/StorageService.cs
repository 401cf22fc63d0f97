namespace Msp.Customers.DependencyInjection;

// What a storage brings beside its repositories, such as its change log. It is replaced with the storage: UseStorage removes it.
internal sealed class StorageService<T>(Func<IServiceProvider, T> make)
    where T : class
{
    public T Make(IServiceProvider services) => make(services);
}
