using QuickStart;
using Spectre.Console;

if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 160;
}

return await QuickStartHost.RunAsync(args, AnsiConsole.Console);
