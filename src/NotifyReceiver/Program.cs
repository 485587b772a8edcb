return await NotifyReceiver.Cli.CommandLine.RunAsync(args);
