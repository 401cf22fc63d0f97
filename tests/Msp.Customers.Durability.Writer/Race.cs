namespace Msp.Customers.Durability.Writer;

// One side of a race between processes. Each line is a command. The answer is Done, or the reason of the refusal.
public abstract class Race
{
    public const string Done = "Done";

    public static Race Of(string name, IServiceProvider services) =>
        name switch
        {
            nameof(PlanRace) => new PlanRace(services),
            nameof(CreditRace) => new CreditRace(services),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    public async Task<string> DoAsync(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            return await DoAsync(line.Split(' '));
        }
        catch (RuleViolationException e)
        {
            return string.Join(' ', e.Violations.Where(v => v.Severity == Severity.Error).Select(v => v.Code));
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
    }

    protected abstract Task<string> DoAsync(string[] words);
}
