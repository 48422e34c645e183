using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Data;

namespace MutualAid.Admin;

/// <summary>The keys of cookies and forms as rows: a restart and a second copy of the program read what the first one wrote.</summary>
internal sealed class StoredKeys(Store store, Writer writer) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = store.Read();
        return [.. db.ProtectionKeys.AsNoTracking().Select(it => it.Xml).AsEnumerable().Select(it => XElement.Parse(it))];
    }

    // The interface knows no other way than to wait.
    public void StoreElement(XElement element, string friendlyName) =>
        writer
            .DoAsync(
                "keys",
                db =>
                {
                    db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
                    return Task.CompletedTask;
                }
            )
            .GetAwaiter()
            .GetResult();
}
