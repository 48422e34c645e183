using System.Text;
using MutualAid.Tests.Channels.FakeTelegram;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Faults.Copies;

/// <summary>Gives one update to the copy of one's choice, at the moment of one's choice.</summary>
internal sealed class Door(FakeTelegramServer telegram) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false });

    public async Task GiveAsync(Uri hook, FakePerson person, FakeChat group, string text)
    {
        FakeUpdate update;
        lock (telegram.Gate)
        {
            person.Says(group, text);
            update = telegram.Updates.All[^1];
            telegram.Updates.Remove(update);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, hook);
        request.Content = new StringContent(update.Json.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", TelegramBot.Secret);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => client.Dispose();
}
