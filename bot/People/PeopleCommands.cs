using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Communities;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.People;

/// <summary>加入 杏花台社区: from now on the speaker stands for this community.</summary>
[Command("join")]
public sealed class JoinCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var name = turn.Meaning.Community ?? turn.Meaning.Rest.Trim();
        if (name.Length == 0)
            name = turn.NextAnswer() ?? "";
        if (name.Length == 0)
        {
            turn.Ask(AnswerKind.Text, turn.Speech.Say("people.join.which"));
            return;
        }

        if (name.StartsWith('#') && long.TryParse(name[1..], out var id) && await turn.Db.Communities.FindAsync(id) is { } known)
            name = known.Name;
        var result = await new CommunityDesk(turn.Db, turn.Clock).JoinAsync(turn.From, name);
        if (result.Refusal != CommunityRefusal.None)
        {
            turn.Refuse($"people.join.{result.Refusal}", name);
            return;
        }

        turn.CanBeUndone($"person:{turn.From.Id}");
        if (turn.IsPress)
        {
            turn.Toast(turn.Speech.Plain("people.join.done", name));
            turn.RemovePressed();
        }
        else if (result.Suggestion is { } near)
        {
            turn.Vanish(
                turn.ReplyWith(
                    turn.Speech.Say("people.join.near", name, near.Name),
                    [
                        [turn.Own(turn.Speech.Plain("people.button.itIs", near.Name), $"/join #{near.Id}")],
                    ]
                )
            );
        }
        else
        {
            turn.Vanish(turn.Reply("people.join.done", name));
        }
    }
}

/// <summary>我的登记: who the bot takes me for, what I asked and promised.</summary>
[Command("me", LooksUp = true)]
public sealed class MeCommand : ICommand
{
    private const int MostShown = 5;

    public async Task RunAsync(Turn turn)
    {
        var me = turn.From.Id;
        var lines = new List<string>
        {
            turn.Speech.Say("people.me.who", turn.From.Name, turn.From.Community?.Name ?? turn.Speech.Plain("people.me.noCommunity")),
        };
        var asked = await turn
            .Db.Needs.Open()
            .Where(need => need.AskedById == me)
            .OldestFirst()
            .Take(MostShown)
            .Select(need => need.Number)
            .ToListAsync();
        if (asked.Count > 0)
            lines.Add(turn.Speech.Say("people.me.asked", string.Join(' ', asked.Select(number => $"#{number}"))));
        var mine = await turn
            .Db.Needs.Open()
            .Where(need => need.Lines.Any(line => line.Claims.Any(claim => claim.ById == me && claim.Released < claim.Quantity)))
            .OldestFirst()
            .Take(MostShown)
            .Select(need => need.Number)
            .ToListAsync();
        if (mine.Count > 0)
            lines.Add(turn.Speech.Say("people.me.claimed", string.Join(' ', mine.Select(number => $"#{number}"))));
        var accounts = await turn.Db.Accounts.CountAsync(it => it.PersonId == me);
        if (accounts > 1)
            lines.Add(turn.Speech.Say("people.me.linked", accounts));
        turn.ReplyWith(string.Join('\n', lines), turn.Group is null ? Own(turn, accounts > 1) : []);
    }

    // Where the platform tells no names, the person is called by their id until they say how.
    private static List<List<Core.Messaging.Button>> Own(Turn turn, bool isLinked)
    {
        List<Core.Messaging.Button> row = [turn.Own(turn.Speech.Plain("people.button.linkMore"), "/link")];
        if (isLinked)
            row.Add(turn.Own(turn.Speech.Plain("people.button.unlink"), "!unlink"));
        if (turn.Message.From.Name.Length == 0)
            row.Add(turn.Own(turn.Speech.Plain("people.button.name"), "!name"));
        return [row];
    }
}

/// <summary>撤销: the speaker's last act of the past ten minutes in this place, or the one of the button.</summary>
[Command("undo")]
[Command("!undo")]
public sealed class UndoCommand(IEnumerable<IUndoWords> words) : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var since = turn.Now - Undo.Window;
        var place = turn.Message.Place;
        var id = long.TryParse(turn.Meaning.Rest, out var parsed) ? parsed : (long?)null;
        var step = await turn
            .Db.UndoSteps.Where(it => it.PersonId == turn.From.Id && it.At >= since && it.UndoneAt == null)
            .Where(it => id == null ? it.Channel == place.Channel && it.ChatId == place.ChatId : it.Id == id)
            .OrderByDescending(it => it.Id)
            .FirstOrDefaultAsync();
        if (step is null)
        {
            turn.Refuse("engine.undo.nothing");
            return;
        }

        if (!await Undo.ApplyAsync(turn.Db, step))
        {
            turn.Db.ChangeTracker.Entries()
                .Where(entry => entry.State is EntityState.Modified or EntityState.Deleted)
                .ToList()
                .ForEach(entry => entry.State = EntityState.Unchanged);
            turn.Refuse("engine.undo.movedOn");
            return;
        }

        step.UndoneAt = turn.Now;
        Undone? undone = null;
        foreach (var each in words)
            undone ??= await each.OfAsync(turn.Db, step.Card, turn.Speech);
        await SayAsync(turn, undone);
        turn.Redraw(step.Card);
        var (dropOff, brought) = (PrivateOf(step.Card), BroughtOf(step.Card));
        var cards = turn.Db.Cards.Where(it => it.Key.StartsWith(dropOff) || it.Key == brought).Select(it => it.Key);
        foreach (var card in await cards.ToListAsync())
            turn.Redraw(card);
        // Two acts of one sentence are taken back together.
        foreach (var other in turn.Db.ChangeTracker.Entries<Need>().Where(entry => entry.State == EntityState.Modified))
            turn.Redraw($"need:{other.Entity.Number}");
        if (turn.Group is { } group)
            turn.Redraw($"board:{group.Id}");
    }

    // A sign alone does not say what was taken back, and the old answer still reads as if it held.
    private static async Task SayAsync(Turn turn, Undone? undone)
    {
        turn.Answer(undone is null ? turn.Speech.Say("engine.undo.done") : turn.Speech.Say("engine.undo.what", undone.What));
        if (undone?.Asked is { } asked)
            await turn.TakeBackAskedAsync(asked);
        if (undone?.SaidIn is { } source)
            await turn.MarkAnswersAsync(source, turn.Speech.Say("engine.undo.mark"));
    }

    // need:31 has private cards dropoff:31-7 of those who promised something.
    private static string PrivateOf(string card) => $"dropoff:{card[(card.IndexOf(':') + 1)..]}-";

    private static string BroughtOf(string card) => $"brought:{card[(card.IndexOf(':') + 1)..]}";
}

/// <summary>隐私说明: what is kept and what is not.</summary>
[Command("privacy", LooksUp = true)]
public sealed class PrivacyCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        turn.Reply("people.privacy.text");
        return Task.CompletedTask;
    }
}
