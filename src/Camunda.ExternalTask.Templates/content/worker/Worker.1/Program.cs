using Worker._1;

WorkerHost.Build(args).Run();
