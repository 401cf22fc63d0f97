using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using Msp.Customers;
using Msp.Customers.ChangeLog;
using Msp.Customers.Names;

namespace LegacyBilling;

/// <summary>The library's change log in a table of the billing system. The stores write it in the transaction of each change.</summary>
/// <param name="database">The database.</param>
/// <param name="msp">The MSP.</param>
public sealed class AuditTrail(BillingDatabase database, MspId msp) : IChangeLog
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ChangeEntry> ListAsync(
        ChangeSubject subject,
        string id,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        if (!TextLimits.IsStorable(id))
        {
            yield break;
        }

        foreach (
            var entry in await SelectAsync(
                    "SUBJECT = @Subject AND OBJECT_ID = @Id",
                    new
                    {
                        Msp = msp.Value,
                        Subject = (int)subject,
                        Id = id,
                        Max = -1,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false)
        )
        {
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChangeEntry>> ListPendingAsync(
        int max,
        ChangeEntry? after = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        return await SelectAsync(
                "TOLD = 0 AND AUDIT_ID > COALESCE((SELECT AUDIT_ID FROM AUDIT WHERE MSP = @Msp AND ENTRY = @After), 0)",
                new
                {
                    Msp = msp.Value,
                    Max = max,
                    After = after?.Id.ToString(),
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task MarkDeliveredAsync(IReadOnlyCollection<Guid> entries, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async transaction =>
            {
                await transaction
                    .Connection!.ExecuteAsync(
                        "UPDATE AUDIT SET TOLD = 1 WHERE MSP = @Msp AND ENTRY = @Entry",
                        entries.Select(e => new { Msp = msp.Value, Entry = e.ToString() }),
                        transaction
                    )
                    .ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );

    // A deletion also deletes all earlier entries, which contain values.
    internal static async Task WriteAsync(DbTransaction transaction, MspId msp, ChangeEntry? change)
    {
        if (change is null)
        {
            return;
        }

        if (change.Kind == ChangeKind.Deleted)
        {
            await transaction
                .Connection!.ExecuteAsync(
                    "DELETE FROM AUDIT WHERE MSP = @Msp AND SUBJECT = @Subject AND OBJECT_ID = @Id",
                    new
                    {
                        Msp = msp.Value,
                        Subject = (int)change.Subject,
                        Id = change.SubjectId,
                    },
                    transaction
                )
                .ConfigureAwait(false);
        }

        await transaction
            .Connection!.ExecuteAsync(
                """
                INSERT INTO AUDIT (MSP, ENTRY, SUBJECT, OBJECT_ID, ROW_VERSION, KIND, NOTED_MICROS, WHO, WHY, MEMBERS)
                VALUES (@Msp, @Entry, @Subject, @Id, @Version, @Kind, @Noted, @By, @Reason, @Members)
                """,
                new
                {
                    Msp = msp.Value,
                    Entry = change.Id.ToString(),
                    Subject = (int)change.Subject,
                    Id = change.SubjectId,
                    change.Version,
                    Kind = (int)change.Kind,
                    Noted = Values.Micros(change.ChangedAt),
                    change.By,
                    change.Reason,
                    Members = JsonSerializer.Serialize(change.Members),
                },
                transaction
            )
            .ConfigureAwait(false);
    }

    private Task<List<ChangeEntry>> SelectAsync(string condition, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async transaction =>
                (
                    await transaction
                        .Connection!.QueryAsync<AuditRow>(
                            $"SELECT * FROM AUDIT WHERE MSP = @Msp AND {condition} ORDER BY AUDIT_ID LIMIT @Max",
                            parameters,
                            transaction
                        )
                        .ConfigureAwait(false)
                )
                    .Select(r => r.ToEntry())
                    .ToList(),
            cancellationToken
        );
}
