using DxRules.Benchmarks;

switch (args)
{
    case ["quick"]:
        return new QuickRun(Console.Out).Run(rounds: 41) ? 0 : 1;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project DxRules.Tests/Benchmarks -- quick");
        return 2;
}
