using System.Text.Json;
using MutualAid.Bot.Channels.Telegram;
using MutualAid.Bot.Channels.Telegram.Api;
using MutualAid.Bot.Engine;

namespace MutualAid.Tests.Channels.Telegram;

/// <summary>Updates in the shape that Telegram writes them, with invented people.</summary>
public class TelegramUpdatesTests
{
    private const string Ana = """{"id":501,"is_bot":false,"first_name":"李","last_name":"姐","language_code":"zh-hans"}""";
    private const string Bot = """{"id":42,"is_bot":true,"first_name":"小助手","username":"OurBot"}""";
    private const string Group = """{"id":-100777,"title":"二群","type":"supergroup"}""";
    private const string Private = """{"id":501,"first_name":"李","type":"private"}""";
    private static readonly User Me = new(42, IsBot: true, FirstName: "小助手", Username: "OurBot");
    private static readonly DateTime Now = new(2020, 2, 5, 8, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("需求 口罩", "需求 口罩", false)]
    [InlineData("/need 口罩", "/need 口罩", false)]
    [InlineData("/need@OurBot 口罩", "/need 口罩", true)]
    [InlineData("/need@ourbot", "/need", true)]
    [InlineData("/start@OurBot g7", "/start g7", true)]
    [InlineData("@小助手 需求 口罩", "需求 口罩", true)]
    [InlineData("＠小助手，需求 口罩", "需求 口罩", true)]
    [InlineData("请问 @小助手 在吗", "请问 @小助手 在吗", false)]
    public void Commands_and_calls_by_name_are_understood(string text, string heard, bool toBot)
    {
        var incoming = Read(Message(Group, $"\"text\":\"{text}\""))!;
        Assert.Equal((heard, toBot), (incoming.Text, incoming.ToBot));
    }

    [Theory]
    [InlineData("@OurBot 需求 口罩", 0, 7, "需求 口罩")]
    [InlineData("请 @ourbot 登记口罩", 2, 7, "请 登记口罩")]
    [InlineData("登记口罩@OurBot", 4, 7, "登记口罩")]
    [InlineData("👍 @OurBot，登记", 3, 7, "👍 登记")]
    public void A_mention_anywhere_is_cut_out(string text, int offset, int length, string heard)
    {
        var entities = $$""" "entities":[{"type":"mention","offset":{{offset}},"length":{{length}} }] """;
        var incoming = Read(Message(Group, $"\"text\":\"{text}\",{entities}"))!;
        Assert.Equal((heard, true), (incoming.Text, incoming.ToBot));
    }

    [Fact]
    public void A_mention_without_a_user_name_counts_too()
    {
        var text = $$"""
            "text":"小助手 需求","entities":[{"type":"text_mention","offset":0,"length":3,"user":{{Bot}} }]
            """;
        Assert.Equal(("需求", true), Heard(Read(Message(Group, text))));
    }

    [Fact]
    public void Other_bots_commands_other_bots_and_service_lines_are_left_alone()
    {
        Assert.Null(Read(Message(Group, "\"text\":\"/need@OtherBot 口罩\"")));
        Assert.Null(Read(Message(Group, "\"text\":\"hi\"", from: """{"id":9,"is_bot":true,"first_name":"x"}""")));
        Assert.Null(Read(Message(Group, $"\"new_chat_members\":[{Ana}]")));
        Assert.Null(Read(Message(Group, "\"pinned_message\":{\"message_id\":1,\"date\":0,\"chat\":" + Group + "}")));
        Assert.Null(Read(Message("""{"id":-1,"type":"channel","title":"c"}""", "\"text\":\"hi\"")));
        Assert.Null(Read("""{"update_id":7,"poll":{"id":"1"}}"""));
    }

    [Fact]
    public void Who_where_and_when_are_told()
    {
        var incoming = Read(Message(Private, "\"text\":\"/start n31\""))!;
        Assert.Equal(new Sender("501", "李 姐", Language: "zh-CN"), incoming.From);
        Assert.Equal(new Place("telegram", "501", true), incoming.Place);
        Assert.Equal(("42:7", "11", "/start n31", true), (incoming.UpdateId, incoming.MessageId, incoming.Text, incoming.ToBot));
        Assert.Equal(new DateTime(2020, 2, 5, 8, 0, 0, DateTimeKind.Utc), incoming.At);
    }

    [Fact]
    public void A_thread_is_a_topic_only_when_it_says_so_and_its_first_line_is_no_reply()
    {
        var stub =
            $$""" "reply_to_message":{"message_id":3,"date":1,"chat":{{Group}},"from":{{Bot}},"forum_topic_created":{"name":"t"} } """;
        var inTopic = Read(Message(Group, $"\"text\":\"x\",\"message_thread_id\":3,\"is_topic_message\":true,{stub}"))!;
        Assert.Equal(("3", null, false), (inTopic.Place.Topic, inTopic.ReplyTo, inTopic.ToBot));
        Assert.Null(Read(Message(Group, "\"text\":\"x\",\"message_thread_id\":3"))!.Place.Topic);
    }

    [Fact]
    public void A_reply_to_the_bot_is_to_the_bot_and_one_to_a_person_is_not()
    {
        var toBot = Read(
            Message(
                Group,
                $$"""  "text":"200个","reply_to_message":{"message_id":8,"date":1,"chat":{{Group}},"from":{{Bot}},"text":"多少？"}"""
            )
        )!;
        var toAna = Read(
            Message(Group, $$"""  "text":"好","reply_to_message":{"message_id":9,"date":1,"chat":{{Group}},"from":{{Ana}},"text":"?"}""")
        )!;
        Assert.Equal([("8", true), ("9", false)], [(toBot.ReplyTo, toBot.ToBot), (toAna.ReplyTo, toAna.ToBot)]);
    }

    [Fact]
    public void Photos_and_voices_carry_their_file()
    {
        var photo = Read(
            Message(
                Group,
                """ "caption":"签收 3","photo":[{"file_id":"s","width":90,"height":60},{"file_id":"l","width":1280,"height":960}] """
            )
        )!;
        Assert.Equal((IncomingKind.Text, "签收 3", "l"), (photo.Kind, photo.Text, photo.File));
        var voice = Read(Message(Private, """ "voice":{"file_id":"v","duration":3} """))!;
        Assert.Equal((IncomingKind.Voice, "v", true), (voice.Kind, voice.File, voice.ToBot));
    }

    [Theory]
    [InlineData(
        """{"id":1087968824,"is_bot":true,"first_name":"Group"}""",
        ""","sender_chat":{"id":-100777,"title":"二群","type":"supergroup"}"""
    )]
    [InlineData("""{"id":777000,"is_bot":false,"first_name":"Telegram"}""", ""","is_automatic_forward":true""")]
    [InlineData(
        """{"id":136817688,"is_bot":true,"first_name":"Channel"}""",
        ""","sender_chat":{"id":-100888,"title":"c","type":"channel"}"""
    )]
    public void The_stand_ins_of_telegram_never_hold_a_role(string from, string more) =>
        Assert.False(Read(Message(Group, "\"text\":\"核实 3\"" + more, from: from))!.From.CanHoldRole);

    [Fact]
    public void An_edit_names_the_message_it_changes()
    {
        var json = Message(Group, "\"text\":\"需求 口罩 30\",\"edit_date\":1580889660")
            .Replace("\"message\":", "\"edited_message\":", StringComparison.Ordinal);
        var edited = Read(json)!;
        Assert.Equal((IncomingKind.Edited, "11", 1), (edited.Kind, edited.MessageId, edited.At.Minute));
    }

    [Fact]
    public void A_press_is_heard_even_on_a_message_that_is_gone()
    {
        var press = Read(
            $$"""{"update_id":7,"callback_query":{"id":"77","from":{{Ana}},"chat_instance":"1","data":"c:1","message":{"chat":{{Group}},"message_id":5,"date":0} } }"""
        )!;
        Assert.Equal((IncomingKind.Press, "c:1", "77", "5"), (press.Kind, press.Button, press.CallbackId, press.MessageId));
        Assert.Equal((Now, "-100777", "501"), (press.At, press.Place.ChatId, press.From.ExternalId));
    }

    [Theory]
    [InlineData("my_chat_member", "left", "member", IncomingKind.Added)]
    [InlineData("my_chat_member", "kicked", "administrator", IncomingKind.Added)]
    [InlineData("my_chat_member", "member", "kicked", IncomingKind.Removed)]
    [InlineData("my_chat_member", "administrator", "left", IncomingKind.Removed)]
    [InlineData("my_chat_member", "member", "administrator", null)]
    [InlineData("chat_member", "member", "administrator", IncomingKind.Membership)]
    [InlineData("chat_member", "member", "left", IncomingKind.Membership)]
    public void Standing_changes_are_told(string field, string before, string after, IncomingKind? kind)
    {
        var whose = field == "chat_member" ? Ana : Bot;
        var change = Read(
            $$"""{"update_id":7,"{{field}}":{"chat":{{Group}},"from":{{Ana}},"date":1580889600,"old_chat_member":{"status":"{{before}}","user":{{whose}} },"new_chat_member":{"status":"{{after}}","user":{{whose}} } } }"""
        );
        Assert.Equal(kind, change?.Kind);
        if (kind == IncomingKind.Membership)
            Assert.Equal((after == "administrator", after == "left"), (change!.From.IsAdmin, change.Left));
    }

    [Fact]
    public void Both_lines_of_a_migration_say_the_same()
    {
        var old = Read(Message("""{"id":-5,"title":"二群","type":"group"}""", "\"migrate_to_chat_id\":-100777"))!;
        var young = Read(Message(Group, "\"migrate_from_chat_id\":-5"))!;
        Assert.All(
            [old, young],
            told => Assert.Equal((IncomingKind.Migrated, "-5", "-100777"), (told.Kind, told.Place.ChatId, told.MigratedTo))
        );
    }

    private static Incoming? Read(string json) =>
        TelegramUpdates.Read(JsonSerializer.Deserialize(json, TelegramJson.Wire.Update)!, Me, "小助手", Now);

    private static (string, bool) Heard(Incoming? incoming) => (incoming!.Text, incoming.ToBot);

    private static string Message(string chat, string more, string from = Ana) =>
        $$"""{"update_id":7,"message":{"message_id":11,"from":{{from}},"chat":{{chat}},"date":1580889600,{{more}} } }""";
}
