return await DxRules.Admin.Cli.DxRulesCommand.Run(args, DxRules.Admin.Cli.Terminal.OfProcess());
