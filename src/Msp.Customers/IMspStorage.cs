namespace Msp.Customers;

/// <summary>A repository that tells whose customers it serves. One that does not serves <see cref="MspId.Default"/>.</summary>
public interface IMspStorage
{
    /// <summary>The MSP.</summary>
    MspId Msp { get; }
}
