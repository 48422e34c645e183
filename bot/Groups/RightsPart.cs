using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Groups;

/// <summary>自检: what the platform lets the bot do in this group, and what to do about what it does not.</summary>
public sealed class RightsPart(IEnumerable<IChannel> channels) : ISettingsPart
{
    public Task<string> LineAsync(Turn turn)
    {
        var place = turn.Message.Place;
        if (channels.FirstOrDefault(it => it.Name == place.Channel)?.RightsIn(place.ChatId) is not { } rights)
            return Task.FromResult("");
        var speech = turn.Speech;
        var lines = new List<string>
        {
            speech.Say(
                "groups.rights.line",
                speech.Plain(rights.SeesAll ? "groups.rights.sees" : "groups.rights.seesLittle"),
                speech.Plain(rights.MayPin ? "groups.rights.pins" : "groups.rights.pinsNot"),
                speech.Plain(rights.MayDelete ? "groups.rights.deletes" : "groups.rights.deletesNot")
            ),
        };
        if (!rights.MayPin || !rights.MayDelete)
            lines.Add(speech.Say("groups.rights.promote"));
        if (!rights.SeesAll)
            lines.Add(speech.Say("groups.rights.privacy"));
        return Task.FromResult(string.Join('\n', lines));
    }

    public Task<IReadOnlyList<Button>> ButtonsAsync(Turn turn) => Task.FromResult<IReadOnlyList<Button>>([]);

    public Task<bool> TakeAsync(Turn turn, string words) => Task.FromResult(false);
}
