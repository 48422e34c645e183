using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Communities;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>A need of nobody knows where: who asked is asked once in private, with the communities that this group knows.</summary>
internal static class WhichCommunity
{
    private const int MostShown = 3;
    private const int LongestName = 14;

    public static async Task AskAsync(Turn turn, Need need, Group home)
    {
        if (need.Community is not null || turn.IsEdit || !await turn.ReachesAsync(turn.From))
            return;
        var known = await KnownAsync(turn, home.Id);
        if (known.Count > 0)
            await AskAsync(turn, turn.From, need, "supplies.place.ask", known);
    }

    /// <summary>Nobody was asked at first, since this group named no community yet: who brings it has to know.</summary>
    public static async Task AskOfClaimedAsync(Turn turn, Need need)
    {
        if ((await KnownAsync(turn, need.GroupId)).Count == 0)
            await AskAsync(turn, need.AskedBy, need, "supplies.place.claimed", []);
    }

    /// <summary>Who has named one community all along means it again; null: none, or several.</summary>
    public static async Task<Community?> RememberedAsync(Turn turn, Actor asker)
    {
        if (asker is not { Person: { Id: > 0, CommunityId: null }, Group: { Id: > 0 } group })
            return null;
        var named = await turn
            .Db.Needs.OfGroup(group.Id)
            .Where(it => it.AskedById == asker.Person.Id && it.CommunityId != null)
            .Select(it => it.CommunityId!.Value)
            .Distinct()
            .Take(2)
            .ToListAsync();
        return named is [var only] ? await turn.Db.Communities.FindAsync(only) : null;
    }

    private static Task<List<Known>> KnownAsync(Turn turn, long groupId) =>
        turn
            .Db.Needs.OfGroup(groupId)
            .Where(it => it.CommunityId != null)
            .GroupBy(it => new { it.CommunityId, it.Community!.Name })
            .OrderByDescending(group => group.Count())
            .Select(group => new Known(group.Key.CommunityId!.Value, group.Key.Name))
            .Take(MostShown)
            .ToListAsync();

    /// <summary>What was taken as given is another: asked where the card stands.</summary>
    public static async Task AskAgainAsync(Turn turn, Need need)
    {
        var others = (await KnownAsync(turn, need.GroupId)).Where(it => it.Id != need.CommunityId);
        var typed = new Choice(turn.Speech.Plain("supplies.button.otherCommunity"), "!typed", Typed: true);
        turn.Ask(
            AnswerKind.Text,
            turn.Speech.Say("supplies.place.change", need.Number, turn.From.Name),
            [.. others.Select(it => new Choice(it.Name, "=" + it.Name)), typed, .. NearAmounts.Unchanged(turn)]
        );
    }

    /// <summary>The community that a sentence names, or is; null: it is something else.</summary>
    public static async Task<Community?> NamedAsync(Turn turn, string said)
    {
        var read = Reader.Read(said, new ReadingContext(turn.LocalNow, Addressed: true)).Community;
        var name = read ?? (said.Trim().Length <= LongestName && said.Trim().All(char.IsLetterOrDigit) ? said.Trim() : null);
        return name is null ? null : await new CommunityDesk(turn.Db, turn.Clock).NamedAsync(name);
    }

    private static Task AskAsync(Turn turn, Person asker, Need need, string key, List<Known> known) =>
        turn.AskAsideAsync(
            asker,
            $"!place {need.Number}",
            // Without the amounts, which may be set right before it is answered.
            speech =>
                speech.Say(
                    key,
                    need.Number,
                    string.Join(speech.Plain("supplies.card.and"), need.Lines.InOrder().Select(line => line.Item))
                ),
            _ => [.. known.Select(it => new Choice(it.Name, $"!place {need.Number} {it.Id}"))]
        );

    private sealed record Known(long Id, string Name);
}

/// <summary>[杏花台社区], or its name as the next private sentence.</summary>
[Command("!place")]
public sealed class PlaceCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var parts = turn.Meaning.Rest.Split(' ');
        var number = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var desk = new SupplyDesk(turn.Db, turn.Clock);
        // Somebody has told it meanwhile, or it is done: what is said now is something else.
        if (
            await desk.FindAsync(number) is not { CommunityId: null } need
            || need.IsClosed()
            || await NamedAsync(turn, parts) is not { } place
        )
        {
            turn.PassTo("none");
            return;
        }

        var set = await desk.SetCommunityAsync(number, turn.Actor(), place);
        if (!set.Done)
        {
            turn.Refuse($"supplies.refusal.{set.Refusal}", number);
            return;
        }

        Act.Redraw(turn, need);
        var words = turn.Speech.Say("supplies.place.noted", number, place.Name);
        turn.Answer(words);
        turn.EditPressed(words);
        await DropOff.PlacedAsync(turn, need);
    }

    private static async Task<Community?> NamedAsync(Turn turn, string[] parts)
    {
        if (parts.Length > 1)
            return await turn.Db.Communities.FindAsync(long.Parse(parts[1], CultureInfo.InvariantCulture));
        return turn.NextAnswer() is { } said ? await WhichCommunity.NamedAsync(turn, said) : null;
    }
}
