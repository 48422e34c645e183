using System.Globalization;
using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

/// <summary>Sixty phrases said at every minute of a week; the expected moment is worked out by calendar alone.</summary>
public sealed class MinutesTests
{
    private static readonly DateTime Monday = new(2026, 11, 16, 0, 0, 0);

    private static readonly (string Phrase, Func<DateTime, string> Moment)[] Phrases =
    [
        .. Day("今天", 0),
        .. Day("明天", 1),
        .. Day("后天", 2),
        .. Day("大后天", 3),
        ("明晚8点", now => At(now.Date.AddDays(1).AddHours(20))),
        ("明天晚上八点", now => At(now.Date.AddDays(1).AddHours(20))),
        ("明晚20:00", now => At(now.Date.AddDays(1).AddHours(20))),
        ("明天上午9点", now => At(now.Date.AddDays(1).AddHours(9))),
        ("明天下午两点半", now => At(now.Date.AddDays(1).AddHours(14.5))),
        ("后天上午10点", now => At(now.Date.AddDays(2).AddHours(10))),
        ("后天15时20分", now => At(now.Date.AddDays(2).AddMinutes((15 * 60) + 20))),
        ("今晚12点", now => At(now.Date.AddDays(1))),
        ("零点", now => At(now.Date.AddDays(1))),
        ("明早", now => On(now.Date.AddDays(1))),
        ("tomorrow 8pm", now => At(now.Date.AddDays(1).AddHours(20))),
        ("the day after tomorrow", now => On(now.Date.AddDays(2))),
        .. "一二三四五六日".SelectMany((day, n) => Weekday(day, n)),
        .. new[] { 1, 6, 8, 11 }.Select(hour => ($"{hour}点", (Func<DateTime, string>)(now => Dial(now, hour)))),
        ("八点", now => Dial(now, 8)),
        ("一个半小时后", now => At(now.AddMinutes(90))),
        ("半小时后", now => At(now.AddMinutes(30))),
        ("两小时十分钟后", now => At(now.AddMinutes(130))),
        ("45分钟后", now => At(now.AddMinutes(45))),
        ("三天内", now => On(now.Date.AddDays(3))),
        ("10天后", now => On(now.Date.AddDays(10))),
        ("两周内", now => On(now.Date.AddDays(14))),
        ("月底", now => On(new DateTime(2026, 11, 30))),
        ("下月底", now => On(new DateTime(2026, 12, 31))),
        ("下个月5号", now => On(new DateTime(2026, 12, 5))),
        ("3月5日 20:00", now => At(new DateTime(2027, 3, 5, 20, 0, 0))),
        ("3.5晚8点", now => At(new DateTime(2027, 3, 5, 20, 0, 0))),
        ("12月1号前", now => On(new DateTime(2026, 12, 1))),
        ("年底", now => On(new DateTime(2026, 12, 31))),
    ];

    [Fact]
    public void Sixty_phrases_mean_the_right_moment_whenever_they_are_said()
    {
        Assert.True(Phrases.Length >= 60, $"{Phrases.Length}");
        foreach (var (phrase, moment) in Phrases)
        {
            for (var minute = 0; minute < 7 * 24 * 60; minute++)
            {
                var now = Monday.AddMinutes(minute);
                var value = Dates.Read(phrase, now).Value?.ToString();

                Assert.True(value == moment(now), $"{phrase} at {now:s}: {moment(now)}, not {value}");
            }
        }
    }

    private static IEnumerable<(string Phrase, Func<DateTime, string> Moment)> Day(string word, int ahead) =>
        [(word, now => On(now.Date.AddDays(ahead))), (word + "下午3点", now => At(now.Date.AddDays(ahead).AddHours(15)))];

    // The week begins on Monday; a plain weekday is that day of this week, also when it is past and the bot asks.
    private static IEnumerable<(string Phrase, Func<DateTime, string> Moment)> Weekday(char day, int n) =>
        [
            ($"周{day}", now => On(Week(now).AddDays(n))),
            ($"下周{day}", now => On(Week(now).AddDays(7 + n))),
            ($"下周{day}下午两点半", now => At(Week(now).AddDays(7 + n).AddHours(14.5))),
        ];

    private static DateTime Week(DateTime now) => now.Date.AddDays(-(((int)now.DayOfWeek + 6) % 7));

    // 8点 is the next time the hand points there.
    private static string Dial(DateTime now, int hour) =>
        At(Enumerable.Range(0, 4).Select(half => now.Date.AddHours(hour + (12 * half))).First(moment => moment > now));

    private static string On(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string At(DateTime moment) => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
