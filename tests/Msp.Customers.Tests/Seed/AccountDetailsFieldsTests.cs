namespace Msp.Customers.Tests.Seed;

public sealed class AccountDetailsFieldsTests : IDisposable
{
    private readonly Portal portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Account_Name_is_the_name_of_the_customer_account()
    {
        (await portal.SavedAsync(d => d.AccountName = "Northwind")).Account.AccountName.Should().Be("Northwind");

        (await portal.RefusalAsync(d => d.AccountName = " ")).Should().Equal("field.required at AccountName");
    }

    [Fact]
    public async Task Address_is_the_address_of_the_customer()
    {
        (await portal.SavedAsync(d => d.Address = "1 Harbour Road\nBremen")).Account.Address.Should().Be("1 Harbour Road\nBremen");

        (await portal.RefusalAsync(d => d.Address = new string('x', 1025))).Should().Equal("field.too-long at Address");
    }

    [Fact]
    public async Task Phone_Number_is_the_phone_number_of_the_customer()
    {
        (await portal.SavedAsync(d => d.PhoneNumber = "+49 421 555 0100")).Account.PhoneNumber.Should().Be("+49 421 555 0100");

        (await portal.RefusalAsync(d => d.PhoneNumber = "call me")).Should().Equal("phone-number.invalid at PhoneNumber");
    }

    [Fact]
    public async Task Organization_Name_is_the_unique_name_of_the_organization()
    {
        (await portal.SavedAsync(d => d.OrganizationName = "Northwind Traders")).Account.OrganizationName.Should().Be("Northwind Traders");

        (await portal.RefusalAsync(d => (d.OrganizationName, d.References) = ("northwind  TRADERS", [])))
            .Should()
            .Equal("organization-name.duplicate at OrganizationName");
    }
}
