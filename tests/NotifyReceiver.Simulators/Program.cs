return await NotifyReceiver.Simulators.Cli.CommandLine.RunAsync(args);
