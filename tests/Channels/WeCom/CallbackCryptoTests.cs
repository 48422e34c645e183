using MutualAid.Bot.Channels;

namespace MutualAid.Tests.Channels.WeCom;

public sealed class CallbackCryptoTests
{
    internal const string Token = "QDG6eK";
    internal const string Key = "jWmYm7qr5nMoCAstdRmNjt3p7vsH8HkK+qiJqQ0aaaa";
    private const string Timestamp = "1409659813";
    private const string Nonce = "1372623149";
    private const string AppId = "wx5823bf96d3bd56c7";

    /// <summary>Three independent libraries agree on these.</summary>
    [Theory]
    [InlineData(
        "你好",
        AppId,
        "4lkrT8PU1JX34Ddv9INoxukIIrIeire9luESkuFeMS+qRCzuoY6eemALIX8C7lkaZT9yj0GBnmjhSaXLbEhwfg==",
        "c80701fb652e1aac5fac6a113654cea6527f22c7"
    )]
    [InlineData(
        "abcdefghijklmnopqrstuvwxyz",
        AppId,
        "4lkrT8PU1JX34Ddv9INoxh9XTCFats76VtNQwa4CYDd6UQN8i36rPacmLp41un8dgnU1yzGXQeQV7CHZQhilBOPzbwtsGF9Z/3mR8wCRsuGjmbVhDJnB/Wi2mUg3fkWB",
        "b3fc8ce655429e95402520a6e0e04e801648dbea"
    )]
    [InlineData(
        """{"msgtype":"text"}""",
        "",
        "4lkrT8PU1JX34Ddv9INoxhGyFivjiR7V0Dyd5F7J+FKwYmWb++j5ouBIKJKvbTa73DswdUBeo7yXUVOWBZeM3Q==",
        "887abc9392eb863cc40c5d9289efb4e5086eba02"
    )]
    public void The_published_vectors_hold(string message, string receiveId, string encrypted, string signature)
    {
        var crypto = new CallbackCrypto(Token, Key, receiveId);
        Assert.Equal(encrypted, crypto.Encrypt(message, "0123456789abcdef"u8));
        Assert.Equal(message, crypto.Decrypt(encrypted));
        Assert.Equal(signature, crypto.Sign(Timestamp, Nonce, encrypted));
        Assert.True(crypto.IsSigned(signature, Timestamp, Nonce, encrypted));
    }

    [Fact]
    public void The_plain_signature_is_that_of_the_documents() =>
        Assert.Equal("d2157f2f9079f4d6257b45edf665c43c62e60a0a", new CallbackCrypto(Token, Key).Sign(Timestamp, Nonce));

    [Fact]
    public void Parts_are_sorted_by_code_not_by_culture() =>
        Assert.Equal("5d4adcee336e00280f67b08bb307d6da75ab2bb8", new CallbackCrypto("_x", Key).Sign("1", "+q", "B"));

    [Fact]
    public void Every_length_comes_back()
    {
        var crypto = new CallbackCrypto(Token, Key, AppId);
        for (var length = 0; length <= 70; length++)
            Assert.Equal(new string('好', length), crypto.Decrypt(crypto.Encrypt(new string('好', length))));
    }

    [Fact]
    public void What_is_meant_for_another_is_not_opened()
    {
        var encrypted = new CallbackCrypto(Token, Key, "wx0000000000000000").Encrypt("你好");
        Assert.Null(new CallbackCrypto(Token, Key, AppId).Decrypt(encrypted));
    }

    [Fact]
    public void Broken_padding_length_and_base64_are_refused()
    {
        var crypto = new CallbackCrypto(Token, Key, AppId);
        var good = Convert.FromBase64String(crypto.Encrypt("你好"));
        for (var at = 0; at < good.Length; at++)
        {
            var bad = good.ToArray();
            bad[at] ^= 0x40;
            // A changed salt changes nothing that counts; the rest must not read as the message.
            if (crypto.Decrypt(Convert.ToBase64String(bad)) is { } opened)
                Assert.True(at < 16 || opened != "你好", $"byte {at}");
        }

        foreach (
            var wrong in new[]
            {
                "",
                "=",
                "no base64!",
                "AAAA",
                Convert.ToBase64String(good.AsSpan(0, 16)),
                Convert.ToBase64String(new byte[32]),
            }
        )
            Assert.Null(crypto.Decrypt(wrong));
    }

    [Theory]
    [InlineData("")]
    [InlineData("c80701fb652e1aac5fac6a113654cea6527f22c")]
    [InlineData("C80701FB652E1AAC5FAC6A113654CEA6527F22C7")]
    [InlineData("d2157f2f9079f4d6257b45edf665c43c62e60a0a")]
    public void Another_signature_is_refused(string signature) =>
        Assert.False(new CallbackCrypto(Token, Key, AppId).IsSigned(signature, Timestamp, Nonce, "x"));
}
