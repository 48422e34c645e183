using MutualAid.Core.Language;
using MutualAid.Core.People;
using MutualAid.Core.Volunteers;

namespace MutualAid.Tests.Volunteers;

/// <summary>How hours, free times, roll calls and names are read.</summary>
public sealed class ShiftLines
{
    private static readonly DateTime Now = new(2026, 11, 22, 10, 0, 0);

    [Theory]
    [InlineData("明早7–9点 南门岗 12人 会测温", "2026-11-23T07:00", "09:00", "南门岗", 12, "测温")]
    [InlineData("南门岗 明早7点到9点 要12个会测温的人", "2026-11-23T07:00", "09:00", "南门岗", 12, "测温")]
    [InlineData("明天 南门岗 7-9点 12人", "2026-11-23T07:00", "09:00", "南门岗", 12, null)]
    [InlineData("明晚7～9点半，西门，两人", "2026-11-23T19:00", "21:30", "西门", 2, null)]
    [InlineData("明天下午1–5点 地点：三号楼 4名", "2026-11-23T13:00", "17:00", "三号楼", 4, null)]
    [InlineData("11月25日 13:00-17:30 东门 3人 会开车", "2026-11-25T13:00", "17:30", "东门", 3, "开车")]
    [InlineData("明晚10点到次日6点 东门 2人", "2026-11-23T22:00", "06:00", "东门", 2, null)]
    [InlineData("明晚10点–早6点 东门 2人", "2026-11-23T22:00", "06:00", "东门", 2, null)]
    [InlineData("明天22:00–06:00 东门 2人", "2026-11-23T22:00", "06:00", "东门", 2, null)]
    [InlineData("下周三早8点到下午5点 社区大厅 1人", "2026-11-25T08:00", "17:00", "社区大厅", 1, null)]
    [InlineData("明早7点 2小时 南门岗 12人", "2026-11-23T07:00", "09:00", "南门岗", 12, null)]
    [InlineData("明早七点至九点 南门岗 十二人", "2026-11-23T07:00", "09:00", "南门岗", 12, null)]
    [InlineData("tomorrow 7am-9am, South gate, 12 people, skills: first aid", "2026-11-23T07:00", "09:00", "South gate", 12, "first aid")]
    [InlineData("tomorrow 7-9pm at South gate 12 people", "2026-11-23T19:00", "21:00", "South gate", 12, null)]
    public void A_shift_in_one_line(string said, string start, string until, string place, int people, string? skill)
    {
        var line = ShiftLine.Read(said, Now);
        Assert.Equal(
            (HoursDoubt.None, start, until, place, people, skill),
            (line.Doubt, line.Start?.ToString(), line.Until?.ToString("HH:mm"), string.Join(' ', line.Words), line.People, line.Skill)
        );
    }

    [Theory]
    [InlineData("明早9–7点 南门岗 12人", HoursDoubt.EndBeforeStart, "明早9–7点")]
    [InlineData("明天9:00-9:00 南门岗 12人", HoursDoubt.EndBeforeStart, "明天9:00-9:00")]
    [InlineData("明天17:00-9:00 南门岗 12人", HoursDoubt.EndBeforeStart, "明天17:00-9:00")]
    [InlineData("2月30日7–9点 南门岗 12人", HoursDoubt.NoSuchTime, "2月30日7–9点")]
    [InlineData("昨天7–9点 南门岗 12人", HoursDoubt.NoSuchTime, "昨天7–9点")]
    [InlineData("明天25–26点 南门岗 12人", HoursDoubt.NoSuchTime, "明天25–26点")]
    public void Hours_that_cannot_be(string said, HoursDoubt doubt, string part)
    {
        var line = ShiftLine.Read(said, Now);
        Assert.Equal((doubt, part), (line.Doubt, line.Doubtful));
    }

    [Theory]
    [InlineData("每天早上7–9点 南门岗 2人", RepeatEvery.Day, 0, "2026-11-23T07:00")]
    [InlineData("工作日晚7–9点 南门岗 2人", RepeatEvery.WorkDay, 0, "2026-11-23T19:00")]
    [InlineData("每周二、四上午8–10点 南门岗 2人", RepeatEvery.Week, 20, "2026-11-24T08:00")]
    public void What_repeats(string said, RepeatEvery every, int days, string first)
    {
        var line = ShiftLine.Read(said, Now);
        Assert.Equal((every, days, first), (line.Repeats?.Every, line.Repeats?.WeekDays, line.Start?.ToString()));
    }

    [Theory]
    [InlineData("南门全到，除了小王", "南门", null, "小王")]
    [InlineData("8号班都到了", null, 8, null)]
    [InlineData("8号班全到，除了王建、小李", null, 8, "王建、小李")]
    [InlineData("全到了，除了小王没到", null, null, "小王")]
    [InlineData("南门岗都到齐了", "南门岗", null, null)]
    public void A_roll_call(string said, string? where, int? number, string? missing)
    {
        var read = Reader.Read(said, new ReadingContext(Now, Addressed: true));
        Assert.Equal(("team_in", where, number, missing), (read.Intent, read.Filter, read.Number, read.Named));
    }

    [Theory]
    [InlineData("志愿者都到了吗")]
    [InlineData("口罩都到了")]
    [InlineData("大家都到了")]
    [InlineData("口罩全到，除了手套")]
    public void No_roll_call(string said) => Assert.NotEqual("team_in", Reader.Read(said, new ReadingContext(Now, Addressed: true)).Intent);

    [Theory]
    [InlineData("周末有空", "2026-11-28 07:00", "2026-11-28 21:00", true)]
    [InlineData("周末有空", "2026-11-23 07:00", "2026-11-23 09:00", false)]
    [InlineData("工作日晚上", "2026-11-23 19:00", "2026-11-23 21:00", true)]
    [InlineData("工作日晚上", "2026-11-23 17:00", "2026-11-23 19:00", false)]
    [InlineData("周一到周三上午都可以", "2026-11-25 08:00", "2026-11-25 12:00", true)]
    [InlineData("周一、三上午", "2026-11-24 08:00", "2026-11-24 09:00", false)]
    [InlineData("每天下午", "2026-11-24 13:00", "2026-11-24 18:00", true)]
    [InlineData("weekends and weekdays evenings", "2026-11-24 19:00", "2026-11-24 20:00", true)]
    [InlineData("", "2026-11-24 03:00", "2026-11-24 20:00", true)]
    public void Free_times(string said, string from, string to, bool free)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        Assert.Equal(free, FreeTimes.Cover(FreeTimes.Read(said).Slots, DateTime.Parse(from, culture), DateTime.Parse(to, culture)));
    }

    [Theory]
    [InlineData("会测温、开车 住杏花台 周末有空 电话13800138000", "测温,开车", "杏花台", "周末有空", "13800138000")]
    [InlineData("我要报名当志愿者，会开车、会修水电", "开车,修水电", null, "", null)]
    [InlineData("周末有空，擅长缝纫", "缝纫", null, "周末有空", null)]
    public void What_a_volunteer_says(string said, string skills, string? area, string free, string? phone)
    {
        var line = VolunteerLine.Read(said, isList: false, Now);
        Assert.Equal((skills, area, free, phone), (string.Join(',', line.Skills), line.Area, line.Free.Text, line.Phone));
    }

    [Theory]
    [InlineData("小王", "王建,王兰")]
    [InlineData("王姐", "王建,王兰")]
    [InlineData("王兰", "王兰")]
    [InlineData("思雨", "乔思雨")]
    [InlineData("Ann", "Ann Lee")]
    [InlineData("王", "")]
    [InlineData("小赵", "")]
    public void Who_is_meant(string said, string names)
    {
        var people = new[] { "王建", "王兰", "乔思雨", "Ann Lee" }.Select(name => new Person { Name = name });
        Assert.Equal(names, string.Join(',', NameMatch.Among(said, people).Select(person => person.Name)));
    }

    [Fact]
    public void Names_are_as_short_as_they_can_be_told_apart() =>
        Assert.Equal(["段", "王建", "王兰", "Ann Lee"], NameMatch.Short(["段丽华", "王建", "王兰", "Ann Lee"]));
}
