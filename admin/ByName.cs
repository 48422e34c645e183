using System.Globalization;

namespace MutualAid.Admin;

/// <summary>Names as people look for them in a list: Chinese ones by their sound.</summary>
public static class ByName
{
    public static StringComparer Order { get; } = CultureInfo.GetCultureInfo("zh-CN").CompareInfo.GetStringComparer(CompareOptions.None);
}
