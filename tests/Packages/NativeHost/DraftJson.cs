using System.Text.Json.Serialization;
using Msp.Customers;

[JsonSerializable(typeof(CustomerDraft))]
internal sealed partial class DraftJson : JsonSerializerContext;
