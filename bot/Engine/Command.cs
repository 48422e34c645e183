namespace MutualAid.Bot.Engine;

/// <summary>What the bot does for one intent (data/SCHEMA.md) or act of the contract.</summary>
public interface ICommand
{
    Task RunAsync(Turn turn);
}

/// <summary>The intent that a command serves, in whatever door it comes.</summary>
/// <param name="intent">As <see cref="Core.Language.Meaning.Intent"/>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class CommandAttribute(string intent) : Attribute
{
    public string Intent { get; } = intent;

    /// <summary>Only organisers of the group may do it.</summary>
    public bool ForOrganisers { get; init; }

    /// <summary>It only makes sense in a group.</summary>
    public bool InGroup { get; init; }

    /// <summary>It asks or looks up and changes nothing: repeated use counts for the flood guard.</summary>
    public bool LooksUp { get; init; }
}
