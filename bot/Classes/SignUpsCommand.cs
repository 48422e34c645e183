using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Data;
using MutualAid.Core.Language.Lists;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Classes;

/// <summary>A 接龙 whose heading names a class that is still to come.</summary>
public sealed class ClassListUse : IListUse
{
    public string Intent => "!signups";

    public async Task<int?> AboutAsync(Turn turn, NameList list)
    {
        if (list.Class is { } said)
            return said;
        var head = Folded.Key(string.Concat(list.Header));
        var coming = await turn.ComingHere().SoonestFirst().Select(it => new { it.Number, it.Title }).ToListAsync();
        return coming.Find(it => Folded.Key(it.Title) is { Length: > 1 } title && head.Contains(title, StringComparison.Ordinal))?.Number;
    }
}

/// <summary>A pasted 接龙 for a class: who is new is shown with the doubts, one tap signs them up.</summary>
[Command("!signups")]
public sealed class SignUpsCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = turn.Meaning.Number!.Value;
        var desk = new ClassDesk(turn.Db, turn.Clock);
        if (NameList.Read(turn.Meaning.Rest, turn.LocalNow) is not { } list || await desk.FindAsync(number) is not { } it)
        {
            turn.Refuse(new ClassResult(ClassRefusal.NoSuchClass), number);
            return;
        }

        var listed = Listed(turn, list);
        var coming = ClassDesk.Newcomers(it, listed);
        if (coming.Count > 0 && IsConfirmed(turn, it, list, listed, coming) != true)
            return;
        var result = await desk.SignUpAllAsync(number, turn.Actor(), listed, turn.Message.MessageId);
        if (!result.Done)
        {
            turn.Refuse(result, number);
            return;
        }

        turn.Show(it, "classes.done.listed", result.SignUps.Count);
        await TellAsync(turn, it, result.SignUps);
    }

    // 王阿姨 2人: she brings somebody.
    private static List<Listed> Listed(Turn turn, NameList list) =>
        [
            .. list.People.SelectMany(each =>
                Enumerable
                    .Range(1, each.Count - 1)
                    .Select(more => turn.Speech.Plain("classes.companion", each.Name, more))
                    .Prepend(each.Name)
                    .Select(name => new Listed(name, each.Proxy))
            ),
        ];

    private static bool? IsConfirmed(Turn turn, Class it, NameList list, List<Listed> listed, IReadOnlyList<Listed> coming)
    {
        var speech = turn.Speech;
        List<string> lines =
        [
            $"#{it.Number} {ClassText.Title(it, speech)} {ClassText.When(it, speech, turn.Now)}",
            speech.Say("classes.list.read", list.People.Count + list.Left.Count, coming.Count),
            Names(
                coming.Select(each =>
                    each.Proxy is { } proxy ? speech.Say("classes.card.guest", each.Name, proxy) : Html.Escape(each.Name)
                ),
                speech
            ),
        ];
        if (listed.Count > coming.Count)
            lines.Add(speech.Say("classes.list.already", listed.Count - coming.Count));
        if (it.FreePlaces(turn.Now) is { } free && free < coming.Count)
            lines.Add(speech.Say("classes.list.waiting", free, coming.Count - free));
        return ListPreview.Confirmed(
            turn,
            lines,
            list.Left,
            speech.Plain("classes.button.listConfirm"),
            speech.Plain("classes.button.listDrop")
        );
    }

    private static string Names(IEnumerable<string> names, Speech speech)
    {
        var all = names.ToList();
        var shown = string.Join(speech.Say("classes.card.and"), all.Take(5 * ListPreview.MostShown));
        return all.Count > 5 * ListPreview.MostShown ? shown + speech.Say("classes.remind.more", all.Count) : shown;
    }

    // A member whom somebody else put on the list can take their name off again.
    private static async Task TellAsync(Turn turn, Class it, IEnumerable<SignUp> added)
    {
        foreach (var signUp in added.Where(signUp => signUp.Guest is null && signUp.Person != turn.From))
            await turn.TellAsync(
                signUp.Person,
                speech =>
                    speech.Say(
                        signUp.PlacedAt is null ? "classes.list.toldWaiting" : "classes.list.told",
                        turn.From.Name,
                        new Markup(ClassText.Invitation(it, speech, turn.Now))
                    ),
                speech => [new Choice(speech.Plain("classes.button.leave"), $"/leave {it.Number}")]
            );
    }
}
