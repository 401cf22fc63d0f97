using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Msp.Customers.AspNetCore;
using Msp.Customers.ChangeLog;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.Storage;
using Msp.Customers.Tests.Telemetry;
using Msp.Customers.Usage;
using NodaTime.Testing;

namespace Msp.Customers.ImportExport.Tests.Telemetry;

// Typical operations on customers with recognizable names, addresses, numbers and e-mail addresses. None of them is in the telemetry.
public sealed class PersonalDataTests
{
    private static readonly string[] Personal = ["Zebedee", "Quillfeather", "Wobblegate", "555 0199", "5550199", "zq@", "mumblecorp"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Logs_traces_metrics_and_messages_of_exceptions_contain_no_personal_data(bool isDatabase)
    {
        using var recorder = new TelemetryRecorder();
        var messages = await WorkAsync(recorder, isDatabase);

        recorder.Lines.Should().HaveCountGreaterThan(20);
        messages.Should().HaveCountGreaterThan(10);
        string.Join('\n', messages.Append(recorder.Everything)).Should().NotContainAny(Personal);
    }

    [Fact]
    public async Task The_recorded_tags_match_the_documented_tags()
    {
        using var recorder = new TelemetryRecorder();
        await WorkAsync(recorder, isDatabase: false);

        var activities = recorder.Activities.Select(a => (Name: a.OperationName, Tags: a.TagObjects));
        Rows(activities).Should().Equal(DocumentedNamesTests.Table("Activity"));
        var measured = recorder.Measurements.Select(m => (m.Name, Tags: m.Tags.AsEnumerable()));
        Rows(measured)
            .Should()
            .Equal(
                DocumentedNamesTests.Table("Instrument").Select(row => row.Split(" | ") is var cells ? $"{cells[0]} | {cells[3]}" : row)
            );

        static IEnumerable<string> Rows(IEnumerable<(string Name, IEnumerable<KeyValuePair<string, object?>> Tags)> items) =>
            items
                .GroupBy(h => h.Name)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g =>
                    $"`{g.Key}` | "
                    + string.Join(
                        ", ",
                        g.SelectMany(h => h.Tags).Select(t => t.Key).Distinct().Order(StringComparer.Ordinal).Select(t => $"`{t}`")
                    )
                );
    }

    // Returns the texts of all exceptions of the library.
    private static async Task<List<string>> WorkAsync(TelemetryRecorder recorder, bool isDatabase)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var services = new ServiceCollection();
        services
            .AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1, 12, 0, 0))
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(recorder));
        services.AddSingleton<ISectionProvider<BackupJobs>>(new Failing()).AddSingleton<IChangeSubscriber>(new Failing());
        var builder = services
            .AddMspCustomers(options => options.Rules.AccountNameIsFixed = true)
            .AddImportExport()
            .AddUsage()
            .AddCustomerDetails();
        if (isDatabase)
        {
            builder.UseEntityFrameworkCore(db => db.UseSqlite(connection).UseSqliteDialect());
        }
        else
        {
            builder.UseInMemoryStorage();
        }

        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        if (isDatabase)
        {
            await scope.ServiceProvider.GetRequiredService<MspCustomersContext>().Database.EnsureCreatedAsync();
        }

        var workday = new Workday(scope.ServiceProvider);
        await workday.SaveAsync();
        await workday.PostAsync();
        await workday.TransferAsync();
        await workday.FailAsync(isDatabase ? connection : null);
        return workday.Messages;
    }

    private sealed class Workday(IServiceProvider services)
    {
        private static readonly CustomerId Id = new("c-1");

        public List<string> Messages { get; } = [];

        private CustomerRepository Customers => services.GetRequiredService<CustomerRepository>();

        public async Task SaveAsync()
        {
            await RegisterAsync(_ => { });
            await TryAsync(() => RegisterAsync(d => d.AccountName = $"{d.AccountName}\0"));
            await TryAsync(() => RegisterAsync(d => d.OrganizationName = new string('x', 300) + d.OrganizationName));
            await TryAsync(() => RegisterAsync(d => (d.PhoneNumber, d.Contacts[0].PhoneNumber) = ("ask Zebedee", "Zebedee 555 0199")));
            await TryAsync(() => RegisterAsync(d => (d.Contacts[0].Email, d.Address) = ("zq@@mumblecorp", "Wobblegate\t")));
            await TryAsync(() =>
                RegisterAsync(d =>
                    d.Contacts.Add(
                        new ContactDraft
                        {
                            Name = "Zebedee\uD800",
                            Email = "ZQ@mumblecorp.example",
                            IsPrimary = true,
                        }
                    )
                )
            );
            await TryAsync(() => RegisterAsync(d => d.Id = "c-2"));
            await TryAsync(() => RegisterAsync(d => d.OrganizationName += " II"));
            var (stale, other) = (await OneAsync(), await OneAsync());
            await TryAsync(() => EditAsync(other, d => d.AccountName = "Zebedee the Second"));
            await EditAsync(await OneAsync(), d => d.Contacts[0].Name = "Zebedee Quillfeather-Wobblegate");
            await TryAsync(() => EditAsync(stale, d => d.Address = "2 Wobblegate Mews"));
            await TryAsync(async () => await Customers.DeleteAsync(await OneAsync()));
            await services.GetRequiredService<CustomerDetailsReader>().ReadAsync(Id);
            await TryAsync(() => services.GetRequiredService<ChangeDelivery>().DeliverAsync(), isOfTheHost: true);
            var withoutSubscribers = new ServiceCollection().AddSingleton(services.GetRequiredService<ILoggerFactory>()).AddLogging();
            withoutSubscribers.AddMspCustomers().UseInMemoryStorage().UseChangeLog(_ => services.GetRequiredService<IChangeLog>());
            await withoutSubscribers.BuildServiceProvider().GetRequiredService<ChangeDelivery>().DeliverAsync();
        }

        public async Task PostAsync()
        {
            var (ledger, reservations) = (services.GetRequiredService<UsageLedger>(), services.GetRequiredService<CreditReservations>());
            await ledger.PostAsync([Usage("a", 1)]);
            await ledger.PostAsync([Usage("a", 1)]);
            await TryAsync(() => ledger.PostAsync([Usage("a", 2)]));
            await TryAsync(() => ledger.PostAsync([Usage("b", -1)]));
            await TryAsync(() => ledger.ReverseAsync(Id, "never"));
            await reservations.ReserveAsync(Usage("c", 1), Duration.FromHours(1));
            await reservations.ReserveAsync(Usage("d", 1_000), Duration.FromHours(1));
            await TryAsync(() => reservations.CommitAsync(Id, "c", 2));
        }

        public async Task TransferAsync()
        {
            var import = services.GetRequiredService<CustomerImport>();
            const string Header = "Id,AccountName,OrganizationName,Address,PhoneNumber\n";
            const string Good = "c-7,Zebedee,Quillfeather Seven,1 Wobblegate,\n";
            await import.RunAsync(TestHost.Files(Header + Good, "CustomerId,Name,Email\nc-7,Zebedee,zq@mumblecorp.example\n"));
            await import.RunAsync(TestHost.Files(Header + Good), new ImportOptions { DryRun = true });
            await import.RunAsync(
                TestHost.Files(
                    Header + "c-8,Zebedee,Quillfeather Seven,Wobblegate\u0085,call Zebedee\n",
                    "CustomerId,Name,Email\nc-8,,zq@@mumblecorp\nc-9,Zebedee,\n"
                )
            );
            await import.RunAsync(TestHost.Files("Id,AccountName,OrganizationName,Zebedee\nc-8,Quillfeather,\"Wobblegate\n"));
            await import.RunAsync(
                TestHost.Files(Header + Good.Replace("c-7", "c-6", StringComparison.Ordinal)),
                new ImportOptions { SkipRefused = true }
            );
            await import.RunAsync(
                new VendorJsonFiles(
                    Json(
                        """{"customers":[{ "id": "c-5", "accountName": "Zebedee", "customerName": "Quillfeather", "Wobblegate": 1 }, """
                            + """{ "id": "c-4", "accountName": ["Zebedee"], "customerName": "Quillfeather Seven" }]}"""
                    ),
                    Json("""{"tenants":[{ "customerID": "c-5", "quota": "Zebedee" }]}"""),
                    Json("""{"contacts":[{ "customerID": "c-5", "name": "Zebedee", "email": "zq@@mumblecorp" }]}""")
                )
            );
            await import.RunAsync(new VendorJsonFiles(Json("""{"customers":[{ "id": "c-5", "accountName": "Zebedee """), null, null));
            await services.GetRequiredService<CustomerExport>().WriteAsync(new CsvStreams(Stream.Null, Stream.Null, Stream.Null));

            static Func<Stream> Json(string text) => () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        }

        // Code of the host that fails. Its message is passed on to the caller, and not logged.
        public async Task FailAsync(SqliteConnection? connection)
        {
            var failing = new Failing();
            var host = new ServiceCollection().AddSingleton(services.GetRequiredService<ILoggerFactory>()).AddLogging();
            host.AddMspCustomers()
                .UseStorage(_ => failing, _ => new InMemoryPlanStore())
                .UseUsageStore(_ => failing)
                .AddUsage()
                .AddImportExport();
            var failed = host.BuildServiceProvider();
            var repository = failed.GetRequiredService<CustomerRepository>();
            var ledger = failed.GetRequiredService<UsageLedger>();
            var export = failed.GetRequiredService<CustomerExport>();
            await TryAsync(() => repository.AddAsync(Customer.Register(Draft(), CustomerTerms.Default, Valid.Today)), isOfTheHost: true);
            await TryAsync(() => ledger.PostAsync([Usage("z", 1)]), isOfTheHost: true);
            await TryAsync(() => export.WriteAsync(new CsvStreams(Stream.Null, Stream.Null, Stream.Null)), isOfTheHost: true);
            await TryAsync(
                () => services.GetRequiredService<CustomerImport>().RunAsync(new CsvFiles(() => throw Failing.Failure)),
                isOfTheHost: true
            );
            if (connection is not null)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "DROP TABLE CustomerContacts";
                await command.ExecuteNonQueryAsync();
                await TryAsync(() => RegisterAsync(d => (d.Id, d.OrganizationName, d.References) = ("c-3", "Quillfeather Three", [])));
            }
        }

        private static CustomerDraft Draft() =>
            new()
            {
                Id = "c-1",
                AccountName = "Zebedee Quillfeather",
                OrganizationName = "Quillfeather & Daughters",
                Address = "1 Wobblegate Mews",
                PhoneNumber = "+49 421 555 0199",
                Contacts =
                {
                    new ContactDraft
                    {
                        Name = "Zebedee Quillfeather",
                        Email = "zq@mumblecorp.example",
                        PhoneNumber = "+49 421 555 0199",
                        IsPrimary = true,
                    },
                },
                References =
                {
                    new ReferenceDraft { System = "psa", Id = "4711" },
                },
                Quotas = { Valid.Quota() },
            };

        private static UsageDraft Usage(string key, decimal credits) =>
            new()
            {
                Customer = Id.Value,
                Key = key,
                Date = Valid.Today,
                Credits = credits,
            };

        private Task RegisterAsync(Action<CustomerDraft> change)
        {
            var draft = Draft();
            change(draft);
            return Customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
        }

        private Task EditAsync(Customer customer, Action<CustomerDraft> change)
        {
            var draft = customer.ToDraft();
            change(draft);
            customer.Edit(draft, CustomerTerms.Default);
            return Customers.UpdateAsync(customer);
        }

        private async Task<Customer> OneAsync() => (await Customers.GetByIdAsync(Id))!;

        private async Task TryAsync(Func<Task> act, bool isOfTheHost = false)
        {
            var failed = (await act.Should().ThrowAsync<Exception>()).Which;
            if (!isOfTheHost)
            {
                Messages.Add(failed.ToString());
            }
        }
    }
}
