using Trt.Chaos.Tests.Crashes;

return args is [CrashingShop.Verb] ? await CrashingShop.Run() : 2;
