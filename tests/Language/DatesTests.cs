using MutualAid.Core.Language;

namespace MutualAid.Tests.Language;

public sealed class DatesTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0);

    [Theory]
    [InlineData("明晚8点", "2026-11-23T20:00")]
    [InlineData("明天晚上八点", "2026-11-23T20:00")]
    [InlineData("明晚20:00", "2026-11-23T20:00")]
    [InlineData("下周三下午两点半", "2026-11-25T14:30")]
    [InlineData("3月5日 20:00", "2027-03-05T20:00")]
    [InlineData("3.5晚8点", "2027-03-05T20:00")]
    [InlineData("月底", "2026-11-30")]
    [InlineData("三天内", "2026-11-25")]
    [InlineData("3.5前", "2027-03-05")]
    [InlineData("明早", "2026-11-23")]
    [InlineData("13点", "2026-11-22T13:00")]
    [InlineData("15时20分", "2026-11-22T15:20")]
    [InlineData("今晚12点", "2026-11-23T00:00")]
    [InlineData("零点", "2026-11-23T00:00")]
    [InlineData("八点", "2026-11-22T20:00")]
    [InlineData("一个半小时后", "2026-11-22T10:30")]
    [InlineData("半小时后", "2026-11-22T09:30")]
    [InlineData("两小时十分钟后", "2026-11-22T11:10")]
    [InlineData("后天", "2026-11-24")]
    [InlineData("後天", "2026-11-24")]
    [InlineData("大后天", "2026-11-25")]
    [InlineData("下下下周一", "2026-12-07")]
    [InlineData("下下个月五号", "2027-01-05")]
    [InlineData("下礼拜一", "2026-11-23")]
    [InlineData("明天下午一点参加下半年销售大会", "2026-11-23T13:00")]
    public void Clear_moments_have_a_value(string text, string when)
    {
        var reading = Dates.Read(text, Now);

        Assert.Equal((DateOutcome.Value, when), (reading.Outcome, reading.Value?.ToString()));
    }

    [Theory]
    [InlineData("周五")]
    [InlineData("本周五")]
    [InlineData("这周五")]
    public void A_weekday_that_is_past_is_that_day_and_asked(string text)
    {
        var reading = Dates.Read(text, Now);

        Assert.Equal((DateOutcome.Ask, "2026-11-20"), (reading.Outcome, reading.Value?.ToString()));
        Assert.Equal("2026-11-27", Dates.Read(Assert.Single(reading.Choices), Now).Value?.ToString());
    }

    [Theory]
    [InlineData("晚上1点", "2026-11-23T01:00", "2026-11-22T13:00")]
    [InlineData("周末下午5点", "2026-11-21T17:00", "2026-11-22T17:00")]
    [InlineData("七八点", "2026-11-22T19:00", "2026-11-22T20:00")]
    [InlineData("下午三四点", "2026-11-22T15:00", "2026-11-22T16:00")]
    public void Two_readings_are_asked(string text, params string[] choices)
    {
        var reading = Dates.Read(text, Now);

        Assert.Equal(DateOutcome.Ask, reading.Outcome);
        Assert.Equal(choices, reading.Choices.Select(c => Dates.Read(c, Now).Value?.ToString()));
    }

    [Theory]
    [InlineData("每周二、四上午九点", "2026-11-24T09:00", "2026-11-26T09:00", "2026-12-01T09:00")]
    [InlineData("每周一9点和14点", "2026-11-23T09:00", "2026-11-23T14:00", "2026-11-30T09:00")]
    [InlineData("工作日晚7点", "2026-11-23T19:00", "2026-11-24T19:00", "2026-11-25T19:00")]
    [InlineData("每月最后一天", "2026-11-30", "2026-12-31", "2027-01-31")]
    public void Rules_that_repeat_show_the_next_three(string text, params string[] next)
    {
        var reading = Dates.Read(text, Now);

        Assert.Equal(DateOutcome.Repeats, reading.Outcome);
        Assert.Equal(next, reading.Next.Select(n => n.ToString()));
    }

    [Theory]
    [InlineData("2月30日")]
    [InlineData("25:00")]
    [InlineData("昨天")]
    public void Impossible_moments_are_refused_with_a_valid_one(string text)
    {
        var reading = Dates.Read(text, Now);

        Assert.Equal((DateOutcome.Refuse, DoubtKind.ImpossibleTime), (reading.Outcome, reading.Kind));
        Assert.Equal(DateOutcome.Value, Dates.Read(reading.Choices[0], Now).Outcome);
    }

    [Theory]
    [InlineData("最早")]
    [InlineData("一早")]
    [InlineData("办早吗")]
    [InlineData("移动4/5G")]
    [InlineData("口罩200个")]
    [InlineData("")]
    public void Other_words_are_no_time(string text) => Assert.Equal(DateOutcome.NotMine, Dates.Read(text, Now).Outcome);

    [Theory]
    [InlineData("明晚8点")]
    [InlineData("下周三下午两点半")]
    [InlineData("八点")]
    [InlineData("半小时后")]
    [InlineData("下周一9:30")]
    [InlineData("3月5日20点")]
    [InlineData("后天上午10点")]
    [InlineData("零点")]
    [InlineData("今晚12点")]
    public void Every_minute_of_a_week_as_now_gives_a_moment_ahead(string phrase)
    {
        var start = new DateTime(2026, 11, 16, 0, 0, 0);
        for (var minute = 0; minute < 7 * 24 * 60; minute++)
        {
            var now = start.AddMinutes(minute);
            var value = Dates.Read(phrase, now).Value;
            Assert.NotNull(value);
            Assert.True(value.Date.ToDateTime(value.Time ?? TimeOnly.MaxValue) > now, $"{phrase} at {now}: {value}");
        }
    }
}
