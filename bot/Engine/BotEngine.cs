using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using MutualAid.Core.Data;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>The path of a message: seen before? who, in which place? which command? One commit stores mark, nouns and replies.</summary>
public sealed class BotEngine(
    Store store,
    Writer writer,
    CommandTable commands,
    Courier courier,
    EngineParts parts,
    Outage outage,
    ILogger<BotEngine> log
) : IIntake
{
    private readonly Hearing hearing = new(store);

    public async Task<bool> ReceiveAsync(Incoming incoming, CancellationToken stop = default)
    {
        var now = parts.Clock.GetUtcNow().UtcDateTime;
        var message = await hearing.AsSaidAnewAsync(incoming with { Text = Clean(incoming.Text) }, now);
        if (!await hearing.ConcernsUsAsync(message, now) || parts.Flood.IsSilenced(message, now))
            return true;

        TurnResult result;
        try
        {
            result = await StoreAsync(message, stop);
        }
        catch (Exception error) when (StorageFault.Is(error))
        {
            if (outage.IsNewTo(message))
                courier.SayUnstored(
                    message,
                    new Speech(parts.Phrases, message.From.Language ?? parts.Defaults.Language).Plain("engine.storage")
                );
            throw;
        }

        outage.End();
        courier.Carry(result.Rows);
        parts.Flood.Count(message, result, now);
        return !result.IsRefused;
    }

    private async Task<TurnResult> StoreAsync(Incoming message, CancellationToken stop)
    {
        try
        {
            return await writer.DoAsync(Lane(message), db => RunAsync(db, message), stop);
        }
        catch (Exception error) when (!StorageFault.Is(error) && error is not ObjectDisposedException && !stop.IsCancellationRequested)
        {
            return await writer.DoAsync(Lane(message), db => Incidents.NoteAsync(db, message, error, parts, log), stop);
        }
    }

    private static string Lane(Incoming message) => $"{message.Place.Channel}/{message.Place.ChatId}";

    // Lone surrogates and NUL cannot be stored everywhere; what people see does not change.
    private static string Clean(string text) => Html.Storable(text);

    internal async Task<TurnResult> RunAsync(Db db, Incoming message)
    {
        var now = parts.Clock.GetUtcNow().UtcDateTime;
        if (!await Known.IsNewAsync(db, message, now))
            return TurnResult.Nothing;
        if (message.Quoted is { } words)
            message = message with { ReplyTo = await Known.QuotedAsync(db, message.Place, words) };
        if (message.Kind == IncomingKind.Migrated)
        {
            return new TurnResult(await Migration.RekeyAsync(db, message.Place.Channel, message.Place.ChatId, message.MigratedTo!, now));
        }

        await Arrivals.KeepReferenceAsync(db, message, now);
        var group = await Arrivals.FindGroupAsync(db, message.Place, parts.Defaults, now);
        var person = await Arrivals.FindPersonAsync(db, message, now);
        var organiser = await Arrivals.IsOrganiserAsync(db, group, person, message.From, now);
        var speech = new Speech(parts.Phrases, person.Language ?? group?.Language ?? message.From.Language ?? parts.Defaults.Language);
        var open = person.Id == 0 ? null : await Dialogue.FindAsync(db, person.Id, message.Place, now);

        Turn NewTurn(Meaning meaning, IReadOnlyList<string> answers) =>
            new(db, message, person, group, speech, parts.Seal, parts.Clock)
            {
                IsOrganiser = organiser,
                Can = courier.Can(message.Place),
                Meaning = meaning,
                Answers = answers,
                Phrases = parts.Phrases,
            };

        var arrived = Undo.Arrived(db);
        var said = courier.Can(message.Place).HasFlag(Abilities.Buttons)
            ? message
            : await NumberedButtons.PressAsync(db, message, open, now);
        message = said ?? message;
        var line = said is null
            ? new Line(Meaning.Nothing, []) { Refusal = "engine.numbers.none" }
            : await LineReader.ReadAsync(db, message, person, group, open, parts, now);
        var turn = NewTurn(line.Meaning, line.Pieces.Skip(1).ToList());
        if (line.Refusal is { } refusal)
            turn.Answer(speech.Say(refusal));
        else if (line.Cancelled)
            turn.NeverMind();
        else
            await DispatchAllAsync(turn);

        var looksUp = !organiser && !turn.IsPress && !turn.HasRefused && commands.Find(turn.Meaning.Intent)?.Mark.LooksUp == true;
        var isNoise = !organiser && (turn.HasRefused || (looksUp && parts.Flood.IsRepeated(message, now)));
        if (isNoise && parts.Flood.IsFull(message, now))
            turn.SayOnly("engine.flood");

        turn.SayUntold();
        var undo = turn.UndoCard is null ? null : Undo.Watch(db, arrived);
        SettleDialogue(turn, open, line, open is null ? "" : LineReader.IntentOf(open, group, now, parts));
        await db.SaveChangesAsync();
        return new TurnResult(await FinishAsync(turn, undo), isNoise, looksUp, turn.HasRefused);
    }

    // 2号不要了，请把1号改成90个: taken back as one.
    private async Task DispatchAllAsync(Turn turn)
    {
        foreach (var act in turn.Meaning.Acts is [_, ..] acts ? acts : [turn.Meaning])
        {
            turn.Meaning = act;
            await DispatchAsync(turn);
        }
    }

    private async Task DispatchAsync(Turn turn)
    {
        var entry = commands.Find(turn.Meaning.Intent);
        if (entry is null)
        {
            if (!turn.Meaning.IsNothing && turn.IsAddressed)
                turn.Refuse("engine.notYet");
            return;
        }

        if (entry.Mark.InGroup && turn.Group is null)
            turn.Refuse("engine.onlyInGroup");
        else if (entry.Mark.ForOrganisers && !turn.IsOrganiser)
            await turn.RefuseToMemberAsync();
        else
            await ((ICommand)ActivatorUtilities.CreateInstance(parts.Services, entry.Type)).RunAsync(turn);
        if (!turn.IsPassedOn)
            return;
        turn.IsPassedOn = false;
        await DispatchAsync(turn);
    }

    private static void SettleDialogue(Turn turn, Unfinished? open, Line line, string asked)
    {
        // The message that was asked about says it all now, or the thing was done by another way.
        var isMended =
            !line.Continues
            && (
                (open?.SourceMessage is { } source && source == turn.Message.MessageId)
                || turn.Settled.Contains(asked, StringComparer.Ordinal)
            );
        // An answer to the old question would be taken for one to the new.
        var isReplaced = turn.Asked is not null && open is not null && !Dialogue.IsAside(open);
        if (turn.Asked is { } question)
            Dialogue.Keep(turn, line.Continues ? open : ReplacedBy(turn, open), line.Pieces, question, line.SourceMessage);
        else if (open is not null && (line.Continues || line.Cancelled || isMended))
            turn.Db.Unfinished.Remove(open);
        if ((line.Continues || isMended || isReplaced) && open?.QuestionId is { } answered)
            turn.TakeBack(answered);

        // One open question per person and place: a new one takes the row of the old.
        static Unfinished? ReplacedBy(Turn turn, Unfinished? open)
        {
            if (open is not null)
                open.SourceMessage = turn.Message.MessageId;
            return open;
        }
    }

    private async Task<List<OutboxRow>> FinishAsync(
        Turn turn,
        List<(EntityEntry Entry, EntityState State, Dictionary<string, object?> Before)>? undo
    )
    {
        if (undo is not null)
        {
            turn.Db.UndoSteps.Add(
                new UndoStep
                {
                    PersonId = turn.From.Id,
                    Channel = turn.Message.Place.Channel,
                    ChatId = turn.Message.Place.ChatId,
                    At = turn.Now,
                    Card = turn.UndoCard!,
                    Changes = Undo.Changes(undo),
                }
            );
        }

        if (turn.Asked?.Row is { } asked)
            (
                await turn.Db.Unfinished.FirstAsync(it =>
                    it.PersonId == turn.From.Id
                    && it.ChatId == asked.ChatId
                    && it.Channel == asked.Channel
                    && it.Topic == turn.Message.Place.Topic
                )
            ).QuestionId = asked.Id;
        foreach (var aside in turn.Asides)
        {
            if (await Dialogue.KeepAsync(turn, aside) is { } kept)
                kept.QuestionId = aside.Row?.Id;
        }

        turn.BindVanishing();
        turn.Toast("");
        var rows = turn.Said.ToList();
        foreach (var wish in turn.Shown.DistinctBy(wish => wish.Key))
            rows.AddRange(await Cards.WishAsync(turn.Db, wish, Why.Reply, turn.Now, parts));
        return rows;
    }
}
