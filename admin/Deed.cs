using System.Globalization;

namespace MutualAid.Admin;

/// <summary>What a request is about to do, in the words of the table of access.</summary>
/// <param name="Act">The screen and its act: <c>needs/{number:int} verify</c>.</param>
/// <param name="Subject">Which one, as the address or the form names it.</param>
internal sealed record Deed(string Act, string? Subject)
{
    /// <summary>Before the id of the person that an act is about, behind what it is about.</summary>
    public const char Whom = '@';

    private const int LongestSubject = 40;

    public static Deed Of(HttpContext context)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern;
        var act = $"{route?.RawText?.Trim('/')} {context.Request.Query["handler"]}".Trim();
        var ids = route?.Parameters.Select(it => Convert.ToString(context.GetRouteValue(it.Name), CultureInfo.InvariantCulture)) ?? [];
        var subject = string.Join(' ', ids.Where(it => !string.IsNullOrEmpty(it)));
        if (subject.Length == 0 && context.Request.HasFormContentType)
            subject = context.Request.Form["id"].ToString();
        if (
            context.Request.HasFormContentType
            && long.TryParse(context.Request.Form["person"], NumberStyles.None, CultureInfo.InvariantCulture, out var person)
        )
            subject = string.Create(CultureInfo.InvariantCulture, $"{subject} {Whom}{person}").Trim();
        if (subject.Length > LongestSubject)
            subject = subject[..LongestSubject];
        return new Deed(act, subject.Length == 0 ? null : subject);
    }
}
