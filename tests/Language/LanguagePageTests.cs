using MutualAid.Tests.HouseRules;

namespace MutualAid.Tests.Language;

public sealed class LanguagePageTests
{
    private static readonly string Page = Path.Combine(Sources.Root, "docs", "language.md");

    [Fact]
    public void The_page_of_worked_examples_is_what_the_reader_says_today()
    {
        var written = LanguagePage.Write();
        if (Environment.GetEnvironmentVariable("REWRITE") == "1")
        {
            File.WriteAllText(Page, written);
        }

        Assert.True(
            written == File.ReadAllText(Page),
            "docs/language.md is stale: REWRITE=1 dotnet test --filter FullyQualifiedName~LanguagePage writes it anew."
        );
    }
}
