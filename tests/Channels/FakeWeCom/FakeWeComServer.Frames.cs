using System.Text.Json;

namespace MutualAid.Tests.Channels.FakeWeCom;

/// <summary>What becomes of the frames that programs send.</summary>
internal sealed partial class FakeWeComServer
{
    private const int InvalidRequest = 846605;
    private const int Malformed = 40058;

    internal async Task TakeAsync(FakeLink link, string raw)
    {
        if (IsDeaf)
            return;
        using var document = JsonDocument.Parse(raw);
        var frame = document.RootElement;
        var command = FakeRules.Text(frame, "cmd") ?? "";
        var fault = FakeFault.None;
        object? gift;
        lock (Gate)
        {
            Heard.Add(raw);
            if (command != "ping")
                fault = Faults(command, Frames++);
        }

        if (fault == FakeFault.CutBefore)
        {
            link.Cut();
            return;
        }

        var id = FakeRules.Text(frame.GetProperty("headers"), "req_id")!;
        var (code, words) = Judge(link, command, id, raw, frame);
        lock (Gate)
            given.Remove(id, out gift);
        if (fault == FakeFault.CutAfter)
            link.Cut();
        else if (fault != FakeFault.Mute)
            await link.SendAsync(Answer(id, code, words, gift));
        if (command == "aibot_subscribe" && code == 0)
            await WelcomeAsync(link);
    }

    private static Dictionary<string, object> Answer(string id, int code, string words, object? gift)
    {
        var answer = new Dictionary<string, object>
        {
            ["headers"] = new { req_id = id },
            ["errcode"] = code,
            ["errmsg"] = words,
        };
        if (gift is not null)
            answer["body"] = gift;
        return answer;
    }

    private (int Code, string Words) Judge(FakeLink link, string command, string id, string raw, JsonElement frame)
    {
        lock (Gate)
        {
            if (FakeRules.OfFrame(raw, frame) is { } wrong)
                return Broken(command, wrong);
            var body = frame.TryGetProperty("body", out var given) ? given : default;
            if (command != "ping" && FakeFields.Fault(body, command) is { } unknown)
                return Broken(command, unknown);
            if (command == "aibot_subscribe")
                return FakeRules.Text(body, "bot_id") == BotId && FakeRules.Text(body, "secret") == Secret
                    ? (Refuses(command, body), "ok")
                    : (853000, "invalid bot_id or secret");
            if (!link.IsIn)
                return Broken(command, "before aibot_subscribe");
            if (command == "ping")
                return body.ValueKind == JsonValueKind.Undefined ? (0, "ok") : Broken(command, "a ping has no body");
            if (Refuses(command, body) is var refused && refused != 0)
                return (refused, "refused");
            return command switch
            {
                "aibot_respond_msg" => Respond(id, body),
                "aibot_respond_welcome_msg" => Greet(id, body),
                "aibot_respond_update_msg" => Change(id, body),
                "aibot_send_msg" => Send(body),
                "aibot_upload_media_init" => Announce(id, body),
                "aibot_upload_media_chunk" => TakePiece(body),
                "aibot_upload_media_finish" => Finish(id, body),
                _ => Broken(command, "unknown"),
            };
        }
    }

    private (int, string) Broken(string command, string why)
    {
        violations.Add($"{command}: {why}");
        return (Malformed, why);
    }

    // One answer to a callback, as one stream, one card or one text.
    private (int, string) Respond(string id, JsonElement body)
    {
        if (callbacks.GetValueOrDefault(id) is not { Kind: "message" or "template_card_event" or "enter_chat" } callback)
            return (InvalidRequest, "invalid req_id");
        var isStream = FakeRules.Text(body, "msgtype") == "stream";
        if ((isStream ? FakeRules.OfStream(body) : FakeRules.OfMessage(body, 20480)) is { } wrong)
            return Broken("aibot_respond_msg", wrong);
        if (callback.IsAnswered)
            return Broken("aibot_respond_msg", "a second answer to one callback");
        if (isStream && !body.GetProperty("stream").GetProperty("finish").GetBoolean())
            return (0, "ok");
        if (IsTooMuch(callback.Chat))
            return (45009, "api freq out of limit");
        callback.IsAnswered = true;
        return Show(callback.Chat, body, callback.MsgId);
    }

    private (int, string) Greet(string id, JsonElement body)
    {
        if (callbacks.GetValueOrDefault(id) is not { Kind: "enter_chat" } callback || callback.Age > ForEvent)
            return (InvalidRequest, "invalid req_id");
        if (FakeRules.Text(body, "msgtype") is not ("text" or "template_card"))
            return Broken("aibot_respond_welcome_msg", "msgtype");
        return Show(callback.Chat, body, callback.MsgId);
    }

    private (int, string) Change(string id, JsonElement body)
    {
        if (callbacks.GetValueOrDefault(id) is not { Kind: "template_card_event" } callback || callback.Age > ForEvent)
            return (InvalidRequest, "invalid req_id");
        if (FakeRules.Text(body, "response_type") != "update_template_card" || !body.TryGetProperty("template_card", out var card))
            return Broken("aibot_respond_update_msg", "response_type or template_card");
        if (FakeRules.OfCard(card) is { } wrong)
            return Broken("aibot_respond_update_msg", wrong);
        if (FakeRules.Text(card, "task_id") != callback.TaskId || posts.Find(post => post.Id == callback.TaskId) is not { } post)
            return Broken("aibot_respond_update_msg", "not the card that was pressed");
        (post.Text, post.Buttons) = (FakeRules.TitleOf(card), ButtonsOf(card));
        return (0, "ok");
    }

    private (int, string) Send(JsonElement body)
    {
        var chat = FakeRules.Text(body, "chatid");
        var type = body.TryGetProperty("chat_type", out var number) ? number.GetInt32() : -1;
        if (chat is null || type is not (0 or 1 or 2))
            return Broken("aibot_send_msg", "chatid or chat_type");
        if (FakeRules.OfMessage(body, 20480) is { } wrong)
            return Broken("aibot_send_msg", wrong);
        var place = type == 1 ? "@" + chat : chat;
        if (!spoken.Contains(place))
            return (846607, "nobody spoke there");
        return IsTooMuch(place) ? (45009, "api freq out of limit") : Show(place, body, null);
    }

    private (int, string) Show(string chat, JsonElement body, string? answers)
    {
        if (FakeRules.Text(body, "msgtype") == "image")
            return ShowPicture(chat, body, answers);
        var form = body.GetProperty(FakeRules.Text(body, "msgtype")!);
        var isCard = FakeRules.Text(body, "msgtype") == "template_card";
        if (isCard && !tasks.Add(FakeRules.Text(form, "task_id")!))
            return Broken("template_card", "task_id is not new");
        posts.Add(
            new FakePost
            {
                Chat = chat,
                Id = isCard ? FakeRules.Text(form, "task_id")! : $"post{posts.Count}",
                Text = isCard ? FakeRules.TitleOf(form) : Plain(FakeRules.Text(form, "content")!),
                Buttons = isCard ? ButtonsOf(form) : [],
                IsCard = isCard,
                Answers = answers,
            }
        );
        return (0, "ok");
    }

    private static string Plain(string markdown) =>
        markdown.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);

    private static List<(string, string)> ButtonsOf(JsonElement card) =>
        card.TryGetProperty("button_list", out var list)
            ? [.. list.EnumerateArray().Select(it => (FakeRules.Text(it, "text")!, FakeRules.Text(it, "key")!))]
            : [];

    private bool IsTooMuch(string chat)
    {
        if (!sent.TryGetValue(chat, out var times))
            sent[chat] = times = [];
        var now = clock.GetUtcNow();
        if (times.Count(time => time > now.AddMinutes(-1)) >= 30 || times.Count(time => time > now.AddHours(-1)) >= 1000)
        {
            violations.Add($"more than 30 a minute or 1,000 an hour in {chat}");
            return true;
        }

        times.Add(now);
        return false;
    }

    // A new connection takes the bot over: the older one is told and ended.
    private async Task WelcomeAsync(FakeLink link)
    {
        List<FakeLink> older;
        List<object> waiting;
        lock (Gate)
        {
            Subscribed++;
            older = links.FindAll(other => other != link && other.IsIn);
            older.ForEach(other => other.IsIn = false);
            link.IsIn = true;
            Kicks += older.Count(other => other.IsOpen);
            MostLive = Math.Max(MostLive, older.Count(other => other.IsOpen) + 1);
            waiting = link.IsOpen ? [.. held] : [];
            if (link.IsOpen)
                held.Clear();
            waiting.ForEach(frame => Note(link, frame));
        }

        foreach (var other in older)
        {
            await other.SendAsync(
                new
                {
                    cmd = "aibot_event_callback",
                    headers = new { req_id = NewId("req") },
                    body = new
                    {
                        msgid = NewId("evt"),
                        aibotid = BotId,
                        msgtype = "event",
                        @event = new { eventtype = "disconnected_event" },
                    },
                }
            );
            await other.CloseAsync();
        }

        foreach (var frame in waiting)
            await link.SendAsync(frame);
    }
}
