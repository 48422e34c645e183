using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Language;
using MutualAid.Core.Language.Lists;

namespace MutualAid.Bot.Classes;

/// <summary>What an answer to the card of a class means: a list of people, a sign-up, a change, a question.</summary>
internal static class CardAnswers
{
    private static readonly string[] Asking = ["提问", "问题", "请问", "question"];

    public static Meaning Read(CardReply reply, int number)
    {
        if (NameList.Read(reply.Text, reply.Now) is not null)
            return new Meaning("!signups") { Number = number, Rest = reply.Text };
        if (Change(reply) is { } change)
            return change with { Number = number };
        if (LessonReplies.Read(reply.Text, reply.Now) is { } meaning)
            return meaning with { Number = number };
        return reply.Meaning.Intent switch
        {
            "cancel" => new Meaning("class_leave") { Number = number },
            "check_in" => new Meaning("attend") { Number = number },
            "class_signup" or "class_leave" or "attend" or "class_move" => reply.Meaning with { Number = number },
            "none" when IsQuestion(reply.Text) => new Meaning("!question") { Number = number, Rest = reply.Text },
            _ => reply.Meaning,
        };
    }

    private static Meaning? Change(CardReply reply)
    {
        if (reply.Meaning.Intent is "class_places" or "class_recap" or "class_replay" or "class_bio")
            return reply.Meaning;
        if (Folded.Key(reply.Text) is "接龙" or "名单" or "list")
            return new Meaning("class_chain");
        if (Capacity.Read(reply.Text) is { } places && !EndsAsking(reply.Text))
            return new Meaning("class_places") { Quantity = places };
        return reply.HasPhoto && reply.Meaning.IsNothing && !EndsAsking(reply.Text) ? new Meaning("!poster") : null;
    }

    private static bool IsQuestion(string text) =>
        EndsAsking(text) || Asking.Any(word => text.TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private static bool EndsAsking(string text) =>
        text.TrimEnd().EndsWith('?') || text.TrimEnd().EndsWith('？') || text.TrimEnd().EndsWith('吗');
}
