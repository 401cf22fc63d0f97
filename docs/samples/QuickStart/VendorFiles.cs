using System.Text.Json;
using Msp.Customers.ImportExport;

namespace QuickStart;

/// <summary>The three listings of the vendor's interface, and a feed of usage.</summary>
/// <param name="Customers">The listings of customers and tenants, which the library imports.</param>
/// <param name="ServicePlans">The rows of <c>service-plans.json</c>.</param>
/// <param name="Usage">The rows of <c>usage.json</c>, which is not part of the vendor's interface; null when there is no such file.</param>
/// <remarks>
/// The rows that the library does not import are read independently, so that a row that cannot be read does not affect others.
/// </remarks>
internal sealed record VendorFiles(VendorJsonFiles Customers, IReadOnlyList<VendorRow> ServicePlans, IReadOnlyList<VendorRow>? Usage)
{
    private const long MaxBytes = 64 * 1024 * 1024;
    private const int MaxDepth = 64;

    /// <summary>Reads the three files of a folder, and the fourth if it exists.</summary>
    /// <exception cref="InvalidDataException">
    /// A file is missing, too large or not a valid listing; the message contains the file.
    /// </exception>
    public static VendorFiles Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"There is no folder {folder}.");
        }

        _ = (Existing(folder, "customers.json"), Existing(folder, "tenants.json"));
        return new VendorFiles(
            VendorJsonFiles.In(folder),
            Rows(folder, "service-plans.json", "servicePlans"),
            File.Exists(Path.Combine(folder, "usage.json")) ? Rows(folder, "usage.json", "usage") : null
        );
    }

    private static FileInfo Existing(string folder, string name) =>
        new FileInfo(Path.Combine(folder, name)) is { Exists: true } file
            ? file
            : throw new InvalidDataException($"The folder {folder} has no file {name}.");

    private static List<VendorRow> Rows(string folder, string name, string list)
    {
        var file = Existing(folder, name);
        if (file.Length > MaxBytes)
        {
            throw new InvalidDataException($"The file {file.FullName} is larger than {MaxBytes / (1024 * 1024)} MB.");
        }

        try
        {
            using var stream = file.OpenRead();
            using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = MaxDepth });
            if (
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(list, out var rows)
                && rows.ValueKind == JsonValueKind.Array
            )
            {
                return [.. rows.EnumerateArray().Select((row, index) => new VendorRow(row.Clone(), $"{name} row {index + 1}"))];
            }
        }
        catch (JsonException e)
        {
            throw new InvalidDataException(
                $"The file {file.FullName} is not JSON, or nested deeper than {MaxDepth}: line {e.LineNumber + 1}.",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The file {file.FullName} cannot be read.", e);
        }

        throw new InvalidDataException($"The file {file.FullName} has no list \"{list}\".");
    }
}
