using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Msp.Customers.Names;
using NodaTime.Text;

namespace Msp.Customers.Queries;

// The position after the last customer of a page: its sort key, its id, and a hash of the request, so that the token continues no other
// list.
internal sealed record PageToken(string? Key, CustomerId Id)
{
    private const int HashLength = 8;
    private const int MaxLength = 4096;

    public string Write(CustomerPageRequest request)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(HashOf(request));
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
                var isSameRequest = reader.ReadBytes(HashLength).AsSpan().SequenceEqual(HashOf(request));
                var hasKey = reader.ReadBoolean();
                var key = reader.ReadString();
                var id = reader.ReadString();
                var read = new PageToken(hasKey ? key : null, new CustomerId(id));
                if (
                    isSameRequest
                    && TextLimits.IsId(id)
                    && reader.BaseStream.Position == reader.BaseStream.Length
                    && CustomerSortOrder.Of(request.Sort).IsValidKey(read.Key)
                )
                {
                    return read;
                }
            }
        }
        catch (Exception e) when (e is FormatException or IOException or ArgumentException)
        {
            // The violation below does not repeat the text of the token.
        }

        throw new RuleViolationException(PageRule.InvalidToken.Violated(nameof(CustomerPageRequest.Token)));
    }

    private static byte[] HashOf(CustomerPageRequest request)
    {
        var f = request.Filter;
        string?[] specification =
        [
            request.Msp.ToString(),
            $"{request.Sort}",
            $"{request.Descending}",
            f.Name,
            f.Text,
            f.ServicePlan?.Value,
            $"{f.TenantType}",
            f.Region?.Name,
            $"{f.Status}",
            .. f.Dates.Select(d => d.Date is { } date ? LocalDatePattern.Iso.Format(date) : ""),
        ];
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', specification)))[..HashLength];
    }
}
