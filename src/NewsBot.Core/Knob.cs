namespace NewsBot.Core;
public static class Knob { public static double Get(string n, double d) => Environment.GetEnvironmentVariable(n) is { Length: > 0 } s ? double.Parse(s, System.Globalization.CultureInfo.InvariantCulture) : d; }
