namespace MutualAid.Tests.Channels.FakeWeCom;

/// <summary>What people do, and how programs hear of it.</summary>
internal sealed partial class FakeWeComServer
{
    /// <summary>Somebody says something to the assistant; in a group by its name. Ordinary talk never reaches it.</summary>
    public string Says(string user, string? group, string text, string? quote = null, bool photo = false)
    {
        var said = group is null ? text : $"@{Name} {text}";
        object content = photo
            ? new
            {
                msg_item = new object[]
                {
                    new { msgtype = "text", text = new { content = said } },
                    new { msgtype = "image", image = PhotoOf() },
                },
            }
            : new { content = said };
        return Give(user, group, photo ? "mixed" : "text", content, quote);
    }

    public string Presses(string user, FakePost on, string key)
    {
        var (group, id) = (on.Chat.StartsWith('@') ? null : on.Chat, NewId("evt"));
        var card = new
        {
            card_type = "button_interaction",
            event_key = key,
            task_id = on.Id,
        };
        return Give("template_card_event", user, group, id, on.Id, new { eventtype = "template_card_event", template_card_event = card });
    }

    public string Enters(string user) => Give("enter_chat", user, null, NewId("evt"), null, new { eventtype = "enter_chat" });

    /// <summary>Anything at all, as it stands.</summary>
    public Task GiveRawAsync(string frame) => Live()?.SendRawAsync(frame) ?? Task.CompletedTask;

    public void Cut() => Live()?.Cut();

    private FakeLink? Live()
    {
        lock (Gate)
            return links.Find(link => link.IsIn && link.IsOpen);
    }

    private string Give(string user, string? group, string type, object content, string? quote)
    {
        var id = NewId("msg");
        var body = Common(user, group, id, type);
        body[type] = content;
        if (quote is not null)
            body["quote"] = new { msgtype = "text", text = new { content = quote } };
        Deliver("aibot_msg_callback", "message", user, group, id, null, body);
        return id;
    }

    private string Give(string kind, string user, string? group, string id, string? task, object happened)
    {
        var body = Common(user, group, id, "event");
        body["create_time"] = clock.GetUtcNow().ToUnixTimeSeconds();
        body["event"] = happened;
        Deliver("aibot_event_callback", kind, user, group, id, task, body);
        return id;
    }

    private static Dictionary<string, object> Common(string user, string? group, string id, string type)
    {
        var body = new Dictionary<string, object>
        {
            ["msgid"] = id,
            ["aibotid"] = BotId,
            ["chattype"] = group is null ? "single" : "group",
            ["from"] = new { userid = user },
            ["msgtype"] = type,
        };
        if (group is not null)
            body["chatid"] = group;
        return body;
    }

    private void Deliver(string cmd, string kind, string user, string? group, string id, string? task, Dictionary<string, object> body)
    {
        var (reqId, chat) = (NewId("req"), group ?? "@" + user);
        lock (Gate)
        {
            callbacks[reqId] = new FakeCallback(reqId, id, chat, kind, task);
            if (kind != "enter_chat")
                spoken.Add(chat);
            Given.Add(id);
        }

        if (hook is not null)
            Call(reqId, chat, body);
        else
            Give(
                new
                {
                    cmd,
                    headers = new { req_id = reqId },
                    body,
                }
            );
    }

    private void Give(object frame)
    {
        FakeLink? live;
        var fault = FakeFault.None;
        lock (Gate)
        {
            live = links.Find(link => link.IsIn && link.IsOpen);
            if (live is null)
                held.Enqueue(frame);
            else
            {
                fault = GivingFault();
                Note(live, frame);
            }
        }

        _ = GiveAsync(live, frame, fault);
    }

    private static async Task GiveAsync(FakeLink? link, object frame, FakeFault fault)
    {
        if (link is not null && fault != FakeFault.CutBefore)
            await link.SendAsync(frame);
        if (link is not null && fault != FakeFault.None)
            link.Cut();
    }

    private static void Note(FakeLink link, object frame)
    {
        link.Recent.Enqueue(frame);
        while (link.Recent.Count > 3)
            link.Recent.Dequeue();
    }
}
