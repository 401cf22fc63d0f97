using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Msp.Customers;
using Msp.Customers.ChangeLog;
using Msp.Customers.Storage;

namespace LegacyBilling;

/// <summary>The library's service plans in the billing system's own tables: the five members of <see cref="PlanStore"/>.</summary>
public sealed class TariffStore : PlanStore
{
    private const string Update = """
        UPDATE TARIFF SET ROW_VERSION = @Version, TITLE = @Name, LEVEL = @Level, WITHDRAWN = @IsRetired
        WHERE MSP = @Msp AND CODE = @Id AND ROW_VERSION = @Expected RETURNING TARIFF_NO
        """;

    private readonly BillingDatabase database;

    /// <summary>Creates the store.</summary>
    /// <param name="database">The database.</param>
    /// <param name="msp">The MSP.</param>
    /// <param name="changeContext">The change context, for the audit trail.</param>
    public TariffStore(BillingDatabase database, MspId msp, ChangeContext changeContext)
        : base(changeContext)
    {
        this.database = database;
        Msp = msp;
    }

    /// <inheritdoc/>
    public override MspId Msp { get; }

    /// <inheritdoc/>
    protected override async ValueTask<PlanSnapshot?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await SelectAsync("t.CODE = @Code", id, cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<PlanSnapshot> ReadAsync(
        ISpecification<ServicePlan>? specification,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var snapshot in await SelectAsync("1 = 1", "", cancellationToken).ConfigureAwait(false))
        {
            yield return snapshot;
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> InsertAsync(PlanSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken) =>
        new(
            database.WriteAsync(
                transaction =>
                    PutAsync(
                        transaction,
                        "INSERT INTO TARIFF (MSP, CODE, ROW_VERSION, TITLE, LEVEL, WITHDRAWN) "
                            + "VALUES (@Msp, @Id, @Version, @Name, @Level, @IsRetired) RETURNING TARIFF_NO",
                        snapshot,
                        0,
                        change
                    ),
                cancellationToken
            )
        );

    /// <inheritdoc/>
    protected override ValueTask<bool> ReplaceAsync(
        IReadOnlyList<Replacement<PlanSnapshot>> replacements,
        CancellationToken cancellationToken
    ) =>
        new(
            database.WriteAsync(
                async transaction =>
                {
                    foreach (var (snapshot, expected, change) in replacements)
                    {
                        if (!await PutAsync(transaction, Update, snapshot, expected, change).ConfigureAwait(false))
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
                                """
                                DELETE FROM TARIFF WHERE MSP = @Msp AND CODE = @Id AND ROW_VERSION = @Expected
                                    AND NOT EXISTS (SELECT 1 FROM CLIENT WHERE MSP = @Msp AND TARIFF_CODE = @Id)
                                """,
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

    private async Task<bool> PutAsync(DbTransaction transaction, string sql, PlanSnapshot snapshot, long expected, ChangeEntry? change)
    {
        var plan = snapshot.Details;
        var found = await transaction
            .Connection!.ExecuteScalarAsync<long?>(
                sql,
                new
                {
                    Msp = Msp.Value,
                    plan.Id,
                    snapshot.Version,
                    plan.Name,
                    Level = (int)plan.Edition!,
                    plan.IsRetired,
                    Expected = expected,
                },
                transaction
            )
            .ConfigureAwait(false);
        if (found is not { } tariff)
        {
            return false;
        }

        await transaction
            .Connection!.ExecuteAsync("DELETE FROM TARIFF_ITEM WHERE TARIFF_NO = @tariff", new { tariff }, transaction)
            .ConfigureAwait(false);
        await transaction
            .Connection!.ExecuteAsync(
                "INSERT INTO TARIFF_ITEM (TARIFF_NO, IS_SITE, ITEM) VALUES (@tariff, @isSite, @item)",
                plan.Features.Select(item => new
                    {
                        tariff,
                        isSite = false,
                        item,
                    })
                    .Concat(
                        plan.AllowedRegions.Select(item => new
                        {
                            tariff,
                            isSite = true,
                            item,
                        })
                    ),
                transaction
            )
            .ConfigureAwait(false);
        await AuditTrail.WriteAsync(transaction, Msp, change).ConfigureAwait(false);
        return true;
    }

    private Task<List<PlanSnapshot>> SelectAsync(string condition, string code, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async transaction =>
            {
                var parameters = new { Msp = Msp.Value, Code = code };
                var tariffs = await transaction
                    .Connection!.QueryAsync<TariffRow>(
                        $"SELECT t.* FROM TARIFF t WHERE t.MSP = @Msp AND {condition}",
                        parameters,
                        transaction
                    )
                    .ConfigureAwait(false);
                var items = (
                    await transaction
                        .Connection!.QueryAsync<TariffItemRow>(
                            $"SELECT i.* FROM TARIFF_ITEM i JOIN TARIFF t ON t.TARIFF_NO = i.TARIFF_NO WHERE t.MSP = @Msp AND {condition}",
                            parameters,
                            transaction
                        )
                        .ConfigureAwait(false)
                ).ToLookup(i => i.TariffNo);
                return tariffs.Select(t => t.ToSnapshot(items[t.TariffNo].ToList())).ToList();
            },
            cancellationToken
        );
}
