using MutualAid.Bot.Channels.Telegram.Api;

namespace MutualAid.Bot.Channels.Telegram;

/// <summary>The commands that Telegram offers while typing: few in a group, more for its organisers, all that a person needs in private.</summary>
internal static class TelegramMenu
{
    [Flags]
    private enum Shown
    {
        Group = 1,
        Organisers = 2,
        Private = 4,
        Everywhere = Group | Organisers | Private,
    }

    private static readonly (string Command, Shown Where, string Zh, string En)[] Lines =
    [
        ("need", Shown.Everywhere, "登记需求：/need 口罩 200个", "Ask for supplies: /need masks 200"),
        ("needs", Shown.Everywhere, "看需求列表", "List open needs"),
        ("claim", Shown.Everywhere, "认领：/claim 3", "Claim a need: /claim 3"),
        ("received", Shown.Everywhere, "确认收货：/received 3", "Confirm a receipt: /received 3"),
        ("classes", Shown.Everywhere, "微课堂课程表", "Class timetable"),
        ("signup", Shown.Everywhere, "报名课程", "Sign up for a class"),
        ("help", Shown.Everywhere, "用法", "How to use me"),
        ("verify", Shown.Organisers, "核实需求：/verify 3", "Verify a need: /verify 3"),
        ("donation", Shown.Organisers, "登记收到的捐赠", "Note a donation"),
        ("settings", Shown.Organisers | Shown.Private, "设置", "Settings"),
        ("stats", Shown.Organisers | Shown.Private, "统计", "Statistics"),
        ("broadcast", Shown.Private, "群发通知（管理员）", "Write to many groups (organisers)"),
        ("offer", Shown.Private, "登记可提供的物资", "Offer supplies"),
        ("offers", Shown.Private, "看可提供物资", "List offers"),
        ("delivered", Shown.Private, "已送达：/delivered 3", "Mark as delivered: /delivered 3"),
        ("release", Shown.Private, "退回认领：/release 3", "Give a claim back: /release 3"),
        ("cancel", Shown.Private, "取消需求：/cancel 3", "Cancel a need: /cancel 3"),
        ("leave", Shown.Private, "取消报名", "Leave a class"),
        ("join", Shown.Private, "登记我的社区", "Name your community"),
        ("me", Shown.Private, "我的登记", "My records"),
        ("console", Shown.Private, "管理后台的登录链接", "A link into the console"),
        ("undo", Shown.Private, "撤销上一步", "Undo the last step"),
        ("language", Shown.Private, "换语言", "Change language"),
        ("mute", Shown.Private, "免打扰", "Mute"),
        ("privacy", Shown.Private, "隐私说明", "Privacy notice"),
        ("mydata", Shown.Private, "导出我的数据", "Export my data"),
    ];

    /// <summary>Chinese for everyone, English for those whose Telegram speaks it.</summary>
    public static IEnumerable<SetMyCommands> All =>
        from scope in new[]
        {
            ("all_group_chats", Shown.Group),
            ("all_chat_administrators", Shown.Organisers),
            ("all_private_chats", Shown.Private),
        }
        from language in new[] { null, "en" }
        select new SetMyCommands(
            [
                .. Lines
                    .Where(line => line.Where.HasFlag(scope.Item2))
                    .Select(line => new MenuCommand(line.Command, language is null ? line.Zh : line.En)),
            ],
            new CommandScope(scope.Item1),
            language
        );
}
