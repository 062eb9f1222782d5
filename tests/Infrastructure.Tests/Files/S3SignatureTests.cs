using Infrastructure.Files.S3;

namespace Infrastructure.Tests.Files;

/// <summary>
/// Amazon's published examples: "Authenticating Requests: Using the Authorization Header" of the S3 API, and two of the general test suite.
/// </summary>
public class S3SignatureTests
{
    private const string Key = "AKIAIOSFODNN7EXAMPLE";
    private const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static readonly DateTimeOffset s_day = new(2013, 5, 24, 0, 0, 0, TimeSpan.Zero);
    private readonly S3Signature _s3 = new("us-east-1", Key, Secret);

    [Fact]
    public void A_range_of_an_object_is_asked_for() =>
        Signed(
            _s3.Of("GET", "/test.txt", "", Headers(("range", "bytes=0-9")), S3Signature.EmptyHash, s_day),
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        );

    [Fact]
    public void An_object_is_put()
    {
        const string body = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"; // "Welcome to Amazon S3."
        var headers = Headers(("date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY"));
        headers["x-amz-content-sha256"] = body;
        Signed(
            _s3.Of("PUT", "/" + S3Signature.Encoded("test$file.text"), "", headers, body, s_day),
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        );
    }

    [Fact]
    public void A_sub_resource_has_an_empty_value() =>
        Signed(
            _s3.Of("GET", "/", S3Signature.Query(("lifecycle", "")), Headers(), S3Signature.EmptyHash, s_day),
            "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
        );

    [Fact]
    public void A_list_has_a_query() =>
        Signed(
            _s3.Of("GET", "/", S3Signature.Query(("prefix", "J"), ("max-keys", "2")), Headers(), S3Signature.EmptyHash, s_day),
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
        );

    [Theory]
    [InlineData("", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")] // get-vanilla
    [InlineData("Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")] // …-query-order-key-case
    public void The_general_suite_agrees(string query, string signature)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = "example.amazonaws.com",
            ["x-amz-date"] = "20150830T123600Z",
        };
        var parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Select(p => (p[0], p[1]));
        Signed(
            new S3Signature("us-east-1", "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "service").Of(
                "GET",
                "/",
                S3Signature.Query([.. parameters]),
                headers,
                S3Signature.EmptyHash,
                new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero)
            ),
            signature
        );
    }

    private static SortedDictionary<string, string> Headers(params (string Name, string Value)[] more)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = "examplebucket.s3.amazonaws.com",
            ["x-amz-content-sha256"] = S3Signature.EmptyHash,
            ["x-amz-date"] = S3Signature.Stamp(s_day),
        };
        foreach (var (name, value) in more)
            headers[name] = value;
        return headers;
    }

    private static void Signed(string authorization, string signature) =>
        Assert.EndsWith("Signature=" + signature, authorization, StringComparison.Ordinal);
}
