using Trt.Api.Cli;

return await TrtCommands.Run(args);
