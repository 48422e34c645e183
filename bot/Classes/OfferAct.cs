using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Classes;

/// <summary>A place may be free: it is offered to the first who waits, in private for ten minutes, then to the next.</summary>
public sealed class OfferAct : IDueAct
{
    public string Kind => ClassDue.Offer;

    public TimeSpan UsefulFor => TimeSpan.FromDays(1);

    public async Task ActAsync(DueTurn turn)
    {
        var result = await new ClassDesk(turn.Db, turn.Clock).OfferAsync((int)turn.Row.SubjectId!.Value);
        foreach (var offer in result.SignUps)
            await OfferAsync(turn, result.Class!, offer);
    }

    private static async Task OfferAsync(DueTurn turn, Class it, SignUp offer)
    {
        var take = $"!take {it.Number}";
        var told = await turn.Notices.TellAsync(
            offer.Person,
            it.Group,
            speech => speech.Say("classes.offer.told", new Markup(ClassText.Invitation(it, speech, turn.Now))),
            Why.Notice,
            speech =>
                [
                    [new Choice(speech.Plain("classes.button.take"), take)],
                ]
        );
        if (told)
            return;
        var open = turn.Notices.SpeechOf(it.Group);
        turn.Notices.Post(
            it.Group,
            open.Say("classes.offer.inGroup", await turn.Notices.MentionAsync(offer.Person, it.Group), it.Number),
            Why.Notice,
            offer.SourceMessage ?? it.SourceMessage,
            new Choice(open.Plain("classes.button.take"), take)
        );
    }
}
