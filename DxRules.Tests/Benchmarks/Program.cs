Console.WriteLine("DxRules benchmarks: none yet.");
