using DxRules.Benchmarks;

switch (args)
{
    case ["quick"]:
        return new QuickRun(Console.Out).Run(rounds: 41) ? 0 : 1;
    case ["all"]:
        var isSame = new QuickRun(Console.Out).Run(rounds: 101);
        new EightRulesRun(Console.Out).Run();
        new WholeBookRun(Console.Out).Run();
        new CommandLineRun(Console.Out).Run();
        return isSame ? 0 : 1;
    case ["cold-eight"]:
        EightRulesRun.RunCold(Console.Out);
        return 0;
    case ["cold-book"]:
        WholeBookRun.RunCold(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project DxRules.Tests/Benchmarks -- quick | all");
        return 2;
}
