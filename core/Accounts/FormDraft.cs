using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MutualAid.Core.Data;

namespace MutualAid.Core.Accounts;

/// <summary>What somebody typed into a form of the console and has not saved: it outlives the browser, and nobody else reads it.</summary>
public sealed class FormDraft
{
    public long Id { get; set; }
    public long AccountId { get; set; }
    public ConsoleAccount Account { get; set; } = null!;

    /// <summary>The address of the form: <c>/posts/3/edit</c>.</summary>
    public string Form { get; set; } = "";

    /// <summary>As JSON.</summary>
    public string Fields { get; set; } = "";
    public DateTime KeptAt { get; set; }
}

/// <summary>Keeps what is being typed, one version a form; inside <see cref="Writer.DoAsync"/>.</summary>
public sealed class FormDraftDesk(Db db, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task KeepAsync(long account, string form, string fields)
    {
        var oldest = Now - Lasts;
        await db.FormDrafts.Where(it => it.KeptAt < oldest).ExecuteDeleteAsync();
        if (await db.FormDrafts.FirstOrDefaultAsync(it => it.AccountId == account && it.Form == form) is not { } draft)
            db.FormDrafts.Add(draft = new FormDraft { AccountId = account, Form = form });
        (draft.Fields, draft.KeptAt) = (fields, Now);
    }

    public async Task DropAsync(long account, string form) =>
        db.RemoveRange(await db.FormDrafts.Where(it => it.AccountId == account && it.Form == form).ToListAsync());
}

internal sealed class FormDraftShape : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> it) => it.HasIndex(draft => new { draft.AccountId, draft.Form }).IsUnique();
}
