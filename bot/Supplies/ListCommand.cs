using MutualAid.Bot.Engine;
using MutualAid.Core.Communities;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Language.Lists;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>A pasted 接龙 or list of goods: what was read is shown with its doubts, and one tap registers it.</summary>
[Command("!list")]
public sealed class ListCommand(IEnumerable<IListUse> uses) : ICommand
{
    private const int MostNeeds = 20;

    public async Task RunAsync(Turn turn)
    {
        var list = PastedLists.Read(turn.Meaning.Rest);
        if (await IsOfPeopleAsync(turn, list))
            return;
        var thing = list.Totals.Any(total => total.Item.Length == 0) ? turn.NextAnswer() : "";
        if (thing is null)
        {
            turn.Ask(AnswerKind.Text, turn.Speech.Say("supplies.paste.what", list.Rows.Count));
            return;
        }

        var asks = Asks(list, thing);
        if (asks.Count is 0 or > MostNeeds)
        {
            turn.Refuse(asks.Count == 0 ? "supplies.paste.nothing" : "supplies.paste.tooMany", MostNeeds);
            return;
        }

        if (await turn.HomeAsync() is not { } home)
            return;
        if (IsConfirmed(turn, list, asks) == true)
            await RegisterAsync(turn, home, asks);
    }

    // Names under the heading of a class or a shift are sign-ups to it.
    private async Task<bool> IsOfPeopleAsync(Turn turn, PastedList list)
    {
        if (NameList.Of(list, turn.LocalNow) is not { } people)
            return false;
        foreach (var use in uses)
        {
            if (await use.AboutAsync(turn, people) is not { } number)
                continue;
            turn.About(number).PassTo(use.Intent);
            return true;
        }

        return false;
    }

    /// <summary>One need a community; of a 接龙, which names people, the sums.</summary>
    private static List<Ask> Asks(PastedList list, string thing)
    {
        var rows = list.Rows.Where(row => row.Counts && row.Items.Count > 0).ToList();
        return
        [
            .. rows.GroupBy(row => list.Kind == PastedKind.Goods ? row.Community : null)
                .Select(group => new Ask(group.Key, Sum(group.SelectMany(row => row.Items), thing))),
        ];
    }

    private static List<Item> Sum(IEnumerable<Item> items, string thing) =>
        [
            .. items
                .Where(item => item.Quantity is not null)
                .Select(item => item.Name.Length == 0 ? item with { Name = thing } : item)
                .GroupBy(item => (Folding.Fold(item.Name), Folding.Fold(item.Unit ?? "")))
                .Select(same => new Item(same.First().Name, same.Sum(item => item.Quantity), same.First().Unit)),
        ];

    private static bool? IsConfirmed(Turn turn, PastedList list, List<Ask> asks)
    {
        List<string> read =
        [
            turn.Speech.Say("supplies.paste.read", list.Rows.Count, asks.Count),
            .. asks.Take(ListPreview.MostShown)
                .Select(ask => (ask.Community is { } name ? Html.Escape(name) + "：" : "") + Items.Words(ask.Items)),
        ];
        return ListPreview.Confirmed(
            turn,
            read,
            [.. list.Rows.Where(row => !row.Counts || row.Items.Count == 0)],
            turn.Speech.Plain("supplies.paste.button.register"),
            turn.Speech.Plain("supplies.paste.button.drop")
        );
    }

    private static async Task RegisterAsync(Turn turn, Group home, List<Ask> asks)
    {
        var (communities, desk) = (new CommunityDesk(turn.Db, turn.Clock), new SupplyDesk(turn.Db, turn.Clock));
        var numbers = new List<int>();
        foreach (var ask in asks)
        {
            var community = ask.Community is { } name ? await communities.NamedAsync(name) : null;
            var asked = await desk.AskAsync(new Actor(turn.From, home, turn.IsOrganiser), ask.Items, community);
            if (asked.Need is not { } need)
                continue;
            await turn.Db.SaveChangesAsync();
            numbers.Add(need.Number);
            turn.ShowIn(home, NeedFace.Key(need), home.IsQuiet(turn.Now));
        }

        turn.Redraw(BoardFace.Key(home));
        turn.Reply("supplies.paste.done", string.Join(' ', numbers.Select(number => $"#{number}")));
    }

    private sealed record Ask(string? Community, List<Item> Items);
}
