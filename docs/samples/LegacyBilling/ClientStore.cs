using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Msp.Customers;
using Msp.Customers.ChangeLog;
using Msp.Customers.Names;
using Msp.Customers.Queries;
using Msp.Customers.Storage;

namespace LegacyBilling;

/// <summary>The library's customers in the billing system's own tables: the five members of <see cref="CustomerStore"/>.</summary>
public sealed class ClientStore : CustomerStore
{
    private const string ByReference = "c.CLIENT_NO IN (SELECT CLIENT_NO FROM CLIENT_XREF WHERE MSP = @Msp AND THEIR_ID IN @Values)";
    private static readonly ImmutableArray<string> Freeing =
    [
        "UPDATE CLIENT SET COMPANY_KEY = '' WHERE MSP = @Msp AND EXT_ID = @Id",
        "DELETE FROM CLIENT_XREF WHERE CLIENT_NO IN (SELECT CLIENT_NO FROM CLIENT WHERE MSP = @Msp AND EXT_ID = @Id)",
    ];

    private readonly BillingDatabase database;

    /// <summary>Creates the store.</summary>
    /// <param name="database">The database.</param>
    /// <param name="msp">The MSP.</param>
    /// <param name="changeContext">The change context, for the audit trail.</param>
    public ClientStore(BillingDatabase database, MspId msp, ChangeContext changeContext)
        : base(changeContext)
    {
        this.database = database;
        Msp = msp;
    }

    /// <inheritdoc/>
    public override MspId Msp { get; }

    /// <inheritdoc/>
    protected override async ValueTask<CustomerSnapshot?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await SelectAsync("c.EXT_ID IN @Values", [id], cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>Reads frequent queries by their key, and all customers otherwise: the base class filters, sorts and pages.</summary>
    protected override async IAsyncEnumerable<CustomerSnapshot> ReadAsync(
        ISpecification<Customer>? specification,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        (string Condition, IEnumerable<string> Values) query = specification switch
        {
            IKeyedSpecification<CustomerId> { Keys: var ids } => ("c.EXT_ID IN @Values", ids.Select(id => id.Value)),
            IKeyedSpecification<NameKey> { Keys: var names } => ("c.COMPANY_KEY IN @Values", names.Select(n => n.Value).Append("")),
            IKeyedSpecification<ExternalReference> { Keys: var references } => (ByReference, references.Select(r => r.Id)),
            IFilteredSpecification { Filter.ServicePlan: { } plan } => ("c.TARIFF_CODE IN @Values", [plan.Value]),
            _ => ("1 = 1", []),
        };
        foreach (var snapshot in await SelectAsync(query.Condition, query.Values, cancellationToken).ConfigureAwait(false))
        {
            yield return snapshot;
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> InsertAsync(CustomerSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken) =>
        new(
            database.WriteAsync(
                async transaction =>
                {
                    if (!await HasTariffAsync(transaction, snapshot).ConfigureAwait(false))
                    {
                        return false;
                    }

                    var number = await transaction
                        .Connection!.ExecuteScalarAsync<long>(
                            """
                            INSERT INTO CLIENT (MSP, EXT_ID, ROW_VERSION, CLIENT_NAME, COMPANY, COMPANY_KEY, STREET, TEL, ZONE,
                                TARIFF_CODE, KIND, LICENSED_UNTIL, SINCE, TRIAL_UNTIL, HELD_SINCE, HELD_WHY,
                                CLOSED_ON, KEEP_UNTIL, SETTLED_UNTIL, LAST_ALLOTMENT, LAST_RENEWAL, LAST_PERSON)
                            VALUES (@Msp, @Id, @Version, @Name, @Company, @CompanyKey, @Street, @Tel, @Zone,
                                @Tariff, @Kind, @Licensed, @Since, @Trial, @HeldSince, @HeldWhy,
                                @Closed, @Keep, @Settled, @LastAllotment, @LastRenewal, @LastPerson)
                            RETURNING CLIENT_NO
                            """,
                            Columns(snapshot, 0),
                            transaction
                        )
                        .ConfigureAwait(false);
                    await ClientParts.WriteAsync(transaction, number, Msp, snapshot.Details).ConfigureAwait(false);
                    await AuditTrail.WriteAsync(transaction, Msp, change).ConfigureAwait(false);
                    return true;
                },
                cancellationToken
            )
        );

    /// <inheritdoc/>
    protected override ValueTask<bool> ReplaceAsync(
        IReadOnlyList<Replacement<CustomerSnapshot>> replacements,
        CancellationToken cancellationToken
    ) =>
        new(
            database.WriteAsync(
                async transaction =>
                {
                    await FreeAsync(transaction, replacements).ConfigureAwait(false);
                    foreach (var replacement in replacements)
                    {
                        if (!await ReplaceAsync(transaction, replacement).ConfigureAwait(false))
                        {
                            return false;
                        }
                    }

                    return true;
                },
                cancellationToken
            )
        );

    /// <inheritdoc/>
    protected override ValueTask<bool> RemoveAsync(
        string id,
        long expectedVersion,
        ChangeEntry? change,
        CancellationToken cancellationToken
    ) =>
        new(
            database.WriteAsync(
                async transaction =>
                {
                    await AuditTrail.WriteAsync(transaction, Msp, change).ConfigureAwait(false);
                    return await transaction
                            .Connection!.ExecuteAsync(
                                "DELETE FROM CLIENT WHERE MSP = @Msp AND EXT_ID = @Id AND ROW_VERSION = @Expected",
                                new
                                {
                                    Msp = Msp.Value,
                                    Id = id,
                                    Expected = expectedVersion,
                                },
                                transaction
                            )
                            .ConfigureAwait(false) == 1;
                },
                cancellationToken
            )
        );

    private async Task<bool> ReplaceAsync(DbTransaction transaction, Replacement<CustomerSnapshot> replacement)
    {
        if (!await HasTariffAsync(transaction, replacement.Snapshot).ConfigureAwait(false))
        {
            return false;
        }

        var number = await transaction
            .Connection!.ExecuteScalarAsync<long?>(
                """
                UPDATE CLIENT SET ROW_VERSION = @Version, CLIENT_NAME = @Name, COMPANY = @Company, COMPANY_KEY = @CompanyKey,
                    STREET = @Street, TEL = @Tel, ZONE = @Zone, TARIFF_CODE = @Tariff, KIND = @Kind, LICENSED_UNTIL = @Licensed,
                    SINCE = @Since, TRIAL_UNTIL = @Trial, HELD_SINCE = @HeldSince, HELD_WHY = @HeldWhy, CLOSED_ON = @Closed,
                    KEEP_UNTIL = @Keep, SETTLED_UNTIL = @Settled, LAST_ALLOTMENT = @LastAllotment, LAST_RENEWAL = @LastRenewal,
                    LAST_PERSON = @LastPerson
                WHERE MSP = @Msp AND EXT_ID = @Id AND ROW_VERSION = @Expected
                RETURNING CLIENT_NO
                """,
                Columns(replacement.Snapshot, replacement.ExpectedVersion),
                transaction
            )
            .ConfigureAwait(false);
        if (number is { } found)
        {
            await ClientParts.WriteAsync(transaction, found, Msp, replacement.Snapshot.Details).ConfigureAwait(false);
            await AuditTrail.WriteAsync(transaction, Msp, replacement.Change).ConfigureAwait(false);
        }

        return number is not null;
    }

    // Unique indexes check each row as it is written. Values that one client frees for another are cleared before any client takes them.
    private async Task FreeAsync(DbTransaction transaction, IReadOnlyList<Replacement<CustomerSnapshot>> replacements)
    {
        if (replacements.Count == 1)
        {
            return;
        }

        foreach (var sql in Freeing)
        {
            await transaction
                .Connection!.ExecuteAsync(sql, replacements.Select(r => new { Msp = Msp.Value, r.Snapshot.Details.Id }), transaction)
                .ConfigureAwait(false);
        }
    }

    // Whether the tariff is stored, or the client already has it. The tables have no foreign key. A transaction that writes is
    // exclusive, and the deletion of a tariff checks for clients.
    private Task<bool> HasTariffAsync(DbTransaction transaction, CustomerSnapshot snapshot) =>
        transaction.Connection!.ExecuteScalarAsync<bool>(
            """
            SELECT @Tariff IS NULL OR EXISTS (SELECT 1 FROM TARIFF WHERE MSP = @Msp AND CODE = @Tariff)
                OR EXISTS (SELECT 1 FROM CLIENT WHERE MSP = @Msp AND EXT_ID = @Id AND TARIFF_CODE = @Tariff)
            """,
            new
            {
                Msp = Msp.Value,
                snapshot.Details.Id,
                Tariff = snapshot.Details.ServicePlan,
            },
            transaction
        );

    private Task<List<CustomerSnapshot>> SelectAsync(string condition, IEnumerable<string> values, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async transaction =>
            {
                var parameters = new { Msp = Msp.Value, Values = values };
                var clients = await transaction
                    .Connection!.QueryAsync<ClientRow>(
                        $"SELECT c.* FROM CLIENT c WHERE c.MSP = @Msp AND {condition}",
                        parameters,
                        transaction
                    )
                    .ConfigureAwait(false);
                var parts = await ClientParts.ReadAsync(transaction, condition, parameters).ConfigureAwait(false);
                return clients.Select(c => c.ToSnapshot(parts)).ToList();
            },
            cancellationToken
        );

    private object Columns(CustomerSnapshot snapshot, long expected) =>
        new
        {
            Msp = Msp.Value,
            snapshot.Details.Id,
            snapshot.Version,
            Expected = expected,
            Name = snapshot.Details.AccountName,
            Company = snapshot.Details.OrganizationName,
            CompanyKey = NameKey.Normalize(snapshot.Details.OrganizationName!),
            Street = snapshot.Details.Address,
            Tel = snapshot.Details.PhoneNumber,
            Zone = snapshot.Details.TimeZone,
            Tariff = snapshot.Details.ServicePlan,
            Kind = (int)snapshot.Details.TenantType,
            Licensed = Values.Text(snapshot.Details.LicenseExpiryDate),
            Since = Values.Text(snapshot.RegisteredOn),
            Trial = Values.Text(snapshot.EvaluationEndDate),
            HeldSince = Values.Text(snapshot.SuspendedOn),
            HeldWhy = (int?)snapshot.SuspensionReason,
            Closed = Values.Text(snapshot.ClosedOn),
            Keep = Values.Text(snapshot.RetentionDate),
            Settled = Values.Text(snapshot.UsageClosedThrough),
            LastAllotment = snapshot.LastQuotaNumber,
            LastRenewal = snapshot.LastScheduleNumber,
            LastPerson = snapshot.LastContactNumber,
        };
}
