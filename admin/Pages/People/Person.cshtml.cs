using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Admin.Exports;
using MutualAid.Core.Accounts;
using MutualAid.Core.People;

namespace MutualAid.Admin.Pages;

/// <summary>One person: what is kept of them, a copy of it, and how it is forgotten.</summary>
public sealed class PersonModel(Office office) : ConsolePage(office)
{
    private const int MostShown = 10;

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    // Words and addresses that only an organiser may read; the number only behind its own button.
    private static readonly string[] Private = ["account", "missed", "volunteer"];

    public sealed record Kept(string Kind, IReadOnlyList<KeptLine> Shown, int More);

    public Person Person { get; private set; } = null!;

    /// <summary>What their copy holds, by kind, the newest first.</summary>
    public IReadOnlyList<Kept> Lines { get; private set; } = [];

    /// <summary>They gave a number; itself it is read only by the button that is written down.</summary>
    public bool HasContact { get; private set; }

    /// <summary>After the button; else null.</summary>
    public string? Contact { get; private set; }

    public bool IsErasing { get; private set; }

    /// <summary>An organiser of one of their groups.</summary>
    public bool MayAct { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, string? ask)
    {
        if (!await ReadAsync(id))
            return NotFound();
        IsErasing = ask == "erase" && MayAct && Person.ErasedAt is null;
        return Page();
    }

    public async Task<IActionResult> OnPostContactAsync(long id)
    {
        var (isThere, contact) = await ActAsync(async sight =>
        {
            if (!await sight.People.AnyAsync(it => it.Id == id, Stop))
                return (false, null);
            sight.Note(await GroupOfAsync(sight, id));
            return (true, await sight.Volunteers.Where(it => it.PersonId == id).Select(it => it.Contact).FirstOrDefaultAsync(Stop));
        });
        if (!isThere || !await ReadAsync(id))
            return NotFound();
        Contact = contact;
        return Page();
    }

    /// <summary>「我的数据」: everything that is kept of them, to hand to them.</summary>
    public async Task<IActionResult> OnPostCopyAsync(long id, string? format)
    {
        var isThere = await ActAsync(async sight =>
        {
            if (!await sight.People.AnyAsync(it => it.Id == id, Stop))
                return false;
            sight.Note(await GroupOfAsync(sight, id));
            return true;
        });
        if (!isThere)
            return NotFound();
        var sheet = await LookAsync(async sight =>
        {
            var copy = new PersonCopy(sight, Words, Stop);
            return copy.Sheet(await copy.ReadAsync(id));
        });
        if (format == "csv")
            return File(Csv.Write(sheet), "text/csv", $"person-{id}.csv");
        var lines = sheet.Rows.Select(row => sheet.Head.Zip(row).ToDictionary(it => it.First, it => it.Second, StringComparer.Ordinal));
        return File(JsonSerializer.SerializeToUtf8Bytes(lines, Readable), "application/json", $"person-{id}.json");
    }

    public async Task<IActionResult> OnPostEraseAsync(long id)
    {
        var refusal = await ActAsync(async sight =>
        {
            if (await sight.People.FirstOrDefaultAsync(it => it.Id == id, Stop) is not { } person || !await OrganisesAllAsync(sight, id))
                return (PrivacyRefusal?)null;
            sight.Note(await GroupOfAsync(sight, id));
            var erased = await sight.Desk<PrivacyDesk>().EraseAsync(person);
            if (erased == PrivacyRefusal.None)
                await Office.Host.RedrawOfAsync(sight.Rows, id);
            return erased;
        });
        if (refusal is null)
            return NotFound();
        if (refusal == PrivacyRefusal.None)
            return Tell("/people", "person.erased");
        Wrong("erase", "person.refused." + refusal);
        return await ReadAsync(id) ? Again() : NotFound();
    }

    private Task<long?> GroupOfAsync(Sight sight, long id) =>
        sight.Members.Where(it => it.PersonId == id).OrderBy(it => it.GroupId).Select(it => (long?)it.GroupId).FirstOrDefaultAsync(Stop);

    // Who is also in a group of others is not for one group to forget.
    private Task<bool> OrganisesAllAsync(Sight sight, long id) => sight.IsOnlyInAsync(id, Caller.For([ConsoleRole.Organiser]), Stop);

    private Task<bool> ReadAsync(long id) =>
        LookAsync(async sight =>
        {
            if (await sight.People.FirstOrDefaultAsync(it => it.Id == id, Stop) is not { } person)
                return false;
            Person = person;
            MayAct = await OrganisesAllAsync(sight, id);
            var kept = await new PersonCopy(sight, Words, Stop).ReadAsync(id);
            HasContact = kept.Any(it => it.Kind == "contact");
            Lines =
            [
                .. kept.Where(it =>
                        it.Kind != "contact" && it.Kind != "name" && (MayAct || !Private.Contains(it.Kind, StringComparer.Ordinal))
                    )
                    .GroupBy(it => it.Kind, StringComparer.Ordinal)
                    .Select(it => new Kept(it.Key, [.. it.OrderByDescending(line => line.At).Take(MostShown)], it.Count() - MostShown)),
            ];
            return true;
        });
}
