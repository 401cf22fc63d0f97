using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Msp.Customers.Rules;

namespace Msp.Customers.Queries;

// The place after the last customer of a page: the value it was sorted by, its id, and a mark of the question, so that a token continues no other.
internal sealed record PageToken(string? Key, CustomerId Id)
{
    private const int MarkLength = 8;
    private const int MaxLength = 4096;

    public string Write(CustomerPageRequest request)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Mark(request));
        writer.Write(Key is not null);
        writer.Write(Key ?? "");
        writer.Write(Id.Value);
        writer.Flush();
        return Base64Url.EncodeToString(bytes.ToArray());
    }

    public static PageToken? Read(CustomerPageRequest request)
    {
        if (request.Token is not { } token)
        {
            return null;
        }

        try
        {
            if (token.Length <= MaxLength)
            {
                using var reader = new BinaryReader(new MemoryStream(Base64Url.DecodeFromChars(token)), new UTF8Encoding(false, true));
                var isOurs = reader.ReadBytes(MarkLength).AsSpan().SequenceEqual(Mark(request));
                var hasKey = reader.ReadBoolean();
                var key = reader.ReadString();
                var read = new PageToken(hasKey ? key : null, new CustomerId(reader.ReadString()));
                if (isOurs && reader.BaseStream.Position == reader.BaseStream.Length && CustomerOrder.Of(request).Takes(read.Key))
                {
                    return read;
                }
            }
        }
        catch (Exception e) when (e is FormatException or IOException or ArgumentException)
        {
            // What was sent is no token; it is told below without repeating it.
        }

        throw new RuleViolationException(PageTokenUnreadable.Instance.Violated(nameof(CustomerPageRequest.Token)));
    }

    private static byte[] Mark(CustomerPageRequest request)
    {
        var f = request.Filter;
        var question = string.Join(
            '\0',
            request.Msp,
            request.Sort,
            request.Descending,
            f.Name,
            f.Text,
            f.ServicePlan,
            f.TenantType,
            f.Region,
            f.Status,
            Iso(f.QuotaEndingBefore),
            Iso(f.LicenseExpiringBefore),
            Iso(f.QuotaInForceOn)
        );
        return SHA256.HashData(Encoding.UTF8.GetBytes(question))[..MarkLength];

        static string Iso(NodaTime.LocalDate? date) => date is { } d ? NodaTime.Text.LocalDatePattern.Iso.Format(d) : "";
    }
}
