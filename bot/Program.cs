using MutualAid.Bot.Host;
using MutualAid.Bot.Verbs;

if (args.Length > 0 && Verb.Find(args[0]) is { } verb)
    return await verb.RunAsync(args[1..]);
if (args is [var word, ..] && !word.StartsWith('-'))
    return Verb.Unknown(word);

try
{
    while (await House.RunAsync(args)) { }
    return 0;
}
catch (Exception error) when (House.Explain(error) is { } line)
{
    await Console.Error.WriteLineAsync(line);
    return 1;
}
