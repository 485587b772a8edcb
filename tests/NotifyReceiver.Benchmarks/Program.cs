return await NotifyReceiver.Benchmarks.CommandLine.RunAsync(args);
