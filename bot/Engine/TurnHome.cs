using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;

namespace MutualAid.Bot.Engine;

/// <summary>Where a thing said in private belongs.</summary>
public sealed partial class Turn
{
    /// <summary>The group of the turn; in private the person's only one, or the one they chose. Null: they are being asked, or have none.</summary>
    public async Task<Group?> HomeAsync()
    {
        if (Group is not null)
            return Group;
        var groups = await Db
            .Members.Where(it => it.PersonId == From.Id && it.LeftAt == null)
            .Select(it => it.Group)
            .Where(it => it.InactiveAt == null && it.Channel == Message.Place.Channel)
            .OrderBy(it => it.Id)
            .ToListAsync();
        if (groups.Count == 0)
            Refuse("engine.onlyInGroup");
        if (groups.Count < 2)
            return groups.SingleOrDefault();
        if (NextAnswer() is { } answer && groups.Find(it => Folding.Fold(it.Title) == Folding.Fold(answer)) is { } chosen)
            return chosen;
        Ask(AnswerKind.Choice, Speech.Say("engine.whichGroup"), [.. groups.Select(it => new[] { new Choice(it.Title, $"={it.Title}") })]);
        return null;
    }

    /// <summary>Posts the card in a group, whatever place the words came from.</summary>
    public void ShowIn(Group group, string card, bool silent)
    {
        if (Group is null)
            Shown.Add(new CardWish(card, new Place(group.Channel, group.ExternalId, IsPrivate: false), null, silent));
        else
            Show(card, silent);
    }
}
