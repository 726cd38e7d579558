using System.Numerics;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using NSec.Cryptography;

namespace CoachBot.Discord.Tests.Delivery;

/// <summary>Row C11: what Discord did not sign is not Discord's.</summary>
public sealed class RequestSignatureTests : IDisposable
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"type":1}""");
    private static readonly BigInteger Order = BigInteger.Pow(2, 252)
        + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);

    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly Key ownKey = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly RequestSignature check;

    public RequestSignatureTests() => check = new RequestSignature(Convert.ToHexStringLower(ownKey.PublicKey.Export(KeyBlobFormat.RawPublicKey)), time);

    public void Dispose() => ownKey.Dispose();

    /// <summary>RFC 8032, section 7.1, tests 1 to 3.</summary>
    [Theory, Fault("C11")]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void TheStandardsOwnExamplesHoldAndNothingNearThem(string key, string message, string signature)
    {
        var (bytes, signed) = (Convert.FromHexString(message), Convert.FromHexString(signature));
        var check = new RequestSignature(key.ToUpperInvariant(), time);
        Assert.True(check.Signs(bytes, signed));
        for (var bit = 0; bit < 512; bit++)
        {
            signed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(check.Signs(bytes, signed), $"bit {bit}");
            signed[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        Assert.False(check.Signs([.. bytes, 0], signed));

        // The same signature with S + L: the equation holds, but a signature must have one form only.
        var s = new BigInteger(signed.AsSpan(32), isUnsigned: true) + Order;
        Assert.True(s.TryWriteBytes(signed.AsSpan(32), out _, isUnsigned: true));
        Assert.False(check.Signs(bytes, signed));
    }

    /// <summary>A public key of small order "signs" anything with S = 0.</summary>
    [Theory, Fault("C11")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")]
    [InlineData("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")]
    public void AKeyOfSmallOrderSignsNothing(string key)
    {
        var check = new RequestSignature(key, time);
        foreach (var point in (string[])[key, "01" + new string('0', 62)])
            Assert.False(check.Signs(Body, [.. Convert.FromHexString(point), .. new byte[32]]));
    }

    [Fact, Fault("C11")]
    public void OnlyAWellFormedAndFreshSignatureHolds()
    {
        const string Now = "1800000000";
        var good = Sign(Now);
        Assert.True(check.Holds(good, Now, Body));
        Assert.True(check.Holds(good.ToUpperInvariant(), Now, Body));
        foreach (var bad in (string?[])[null, "", good[..^1], good[..^2], good + "00", good[..^1] + "g", " " + good[1..], new string('0', 128)])
            Assert.False(check.Holds(bad, Now, Body), bad);
        foreach (var bad in (string?[])[null, "", "1800000001", "+1800000000", " 1800000000", "1.8e9", "99999999999999999999", "-1", Now + "0"])
            Assert.False(check.Holds(good, bad, Body), bad);
        Assert.False(check.Holds(good, Now, Body.AsSpan(1)));

        foreach (var (stamp, holds) in (((string, bool)[])[("1799999700", true), ("1800000300", true), ("1799999699", false), ("1800000301", false)]))
            Assert.Equal(holds, check.Holds(Sign(stamp), stamp, Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("d75a")]
    [InlineData("x75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")]
    public void AKeyThatIsNoneIsRefused(string key) => Assert.Throws<ArgumentException>(() => new RequestSignature(key, time));

    private string Sign(string timestamp) => Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(ownKey, [.. Encoding.ASCII.GetBytes(timestamp), .. Body]));
}
