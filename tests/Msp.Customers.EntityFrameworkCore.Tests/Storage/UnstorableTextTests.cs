namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class UnstorableTextTests(UnstorableTextTests.Filled filled) : IClassFixture<UnstorableTextTests.Filled>
{
    [Theory]
    [MemberData(nameof(InvalidStoredText.Cases), MemberType = typeof(InvalidStoredText))]
    public async Task F40_Text_that_cannot_be_stored_finds_nothing_in_a_database(string way, string text)
    {
        var storage = await filled.StorageAsync();
        using var scope = storage.Scope();

        (await InvalidStoredText.RunAsync(scope.ServiceProvider, way, text)).Should().Be(0);
    }

    public sealed class Filled : IDisposable
    {
        private readonly Lazy<Task<TestStorage>> storage = new(MakeAsync);

        internal Task<TestStorage> StorageAsync() => storage.Value;

        public void Dispose()
        {
            if (storage.IsValueCreated)
            {
                storage.Value.GetAwaiter().GetResult().Dispose();
            }
        }

        private static async Task<TestStorage> MakeAsync()
        {
            var made = new TestStorage();
            using var scope = made.Scope();
            await InvalidStoredText.FillAsync(scope.ServiceProvider);
            return made;
        }
    }
}
