using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MutualAid.Tests.Admin;

namespace MutualAid.Tests.Imports;

/// <summary>What somebody does on the pages of an import.</summary>
internal static partial class ImportSteps
{
    // But for what an import keeps of itself.
    internal static async Task<string> NounsAsync(ConsoleHouse house)
    {
        var nouns = new List<string>();
        var name = "";
        foreach (var line in (await house.DumpAsync()).Split('\n'))
        {
            if (line.Length == 0)
                continue;
            name = line.Contains('=', StringComparison.Ordinal) ? name : line;
            if (name is not ("Import" or "DueRow" or "ConsoleSession"))
                nouns.Add(line);
        }

        return string.Join('\n', nouns);
    }

    internal static async Task<long> BringAsync(ConsoleGuest guest, string kind, string text)
    {
        var (answer, page) = await SendAsync(guest, kind, Encoding.UTF8.GetBytes(text));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, page);
        return long.Parse(answer.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    internal static async Task<(HttpResponseMessage Answer, string Text)> SendAsync(
        ConsoleGuest guest,
        string kind,
        byte[] file,
        string group = "1"
    )
    {
        await guest.GetAsync("/imports");
        var form = new MultipartFormDataContent
        {
            { new StringContent(guest.FormToken), "__RequestVerificationToken" },
            { new StringContent(kind), "kind" },
            { new StringContent(group), "group" },
            { new ByteArrayContent(file), "file", "名册.csv" },
        };
        return await guest.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/imports") { Content = form });
    }

    internal static async Task ConfirmAsync(ConsoleGuest guest, long id, string page) =>
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await guest.PostAsync($"/imports/{id}?handler=confirm", ("version", VersionOf(page)))).Answer.StatusCode
        );

    internal static string VersionOf(string page) => Version().Match(page).Groups["version"].Value;

    [GeneratedRegex("name=\"version\" value=\"(?<version>[0-9]+)\"")]
    private static partial Regex Version();
}
