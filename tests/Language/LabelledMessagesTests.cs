namespace MutualAid.Tests.Language;

public sealed class LabelledMessagesTests
{
    [Theory]
    [InlineData("messages-dev.jsonl", 99, 97, 0, 1)]
    [InlineData("messages-extra.jsonl", 97, 92, 1.8, 2)]
    public void Labelled_messages_are_understood(string file, double intent, double full, double falseTriggers, double missed)
    {
        var score = Score.Of(file);

        Assert.True(score.Intent >= intent, $"intent {score.Intent:0.00}\n{score.Failing}");
        Assert.True(score.Full >= full, $"full match {score.Full:0.00}\n{score.Failing}");
        Assert.True(score.FalseTriggers <= falseTriggers, $"false triggers {score.FalseTriggers:0.00}\n{score.Failing}");
        Assert.True(score.Missed <= missed, $"missed {score.Missed:0.00}\n{score.Failing}");
    }
}
