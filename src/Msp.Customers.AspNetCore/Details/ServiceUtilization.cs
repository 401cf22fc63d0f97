namespace Msp.Customers.AspNetCore;

/// <summary>The customer's use of services.</summary>
/// <param name="Services">The services with their use.</param>
public sealed record ServiceUtilization(IReadOnlyList<ServiceUse> Services);

/// <summary>The use of one service.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Used">The amount used, in the unit.</param>
/// <param name="Unit">The unit, such as TB or users.</param>
public sealed record ServiceUse(string Service, decimal Used, string Unit);
