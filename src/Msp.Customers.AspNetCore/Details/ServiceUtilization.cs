namespace Msp.Customers.AspNetCore;

/// <summary>How much of a service the customer uses.</summary>
/// <param name="Services">Each service with what is used of it.</param>
public sealed record ServiceUtilization(IReadOnlyList<ServiceUse> Services);

/// <summary>The use of one service.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Used">What is used, in the unit.</param>
/// <param name="Unit">The unit, such as TB or users.</param>
public sealed record ServiceUse(string Service, decimal Used, string Unit);
