namespace Msp.Customers;

/// <summary>
/// A repository that reports which MSP's customers it serves. A repository without this interface serves <see cref="MspId.Default"/>.
/// </summary>
public interface IMspRepository
{
    /// <summary>The MSP whose customers the repository serves.</summary>
    MspId Msp { get; }
}
