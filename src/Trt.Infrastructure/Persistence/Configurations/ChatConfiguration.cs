using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Finding;
using Trt.Domain.Groups;
using Trt.Domain.Users;

namespace Trt.Infrastructure.Persistence.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("users");
        user.HasKey(u => u.Id);
        user.Property(u => u.Id).ValueGeneratedNever();
        user.Property(u => u.Name).HasMaxLength(User.NameLengthMax);
        user.Property(u => u.Username).HasMaxLength(64);
        user.Property(u => u.SearchedFor).HasMaxLength(User.SearchLengthMax);
        user.Property(u => u.WantsNews).HasDefaultValue(true).HasSentinel(true);
        user.Property(u => u.BlockReason).HasMaxLength(User.BlockReasonLengthMax);
        user.Property(u => u.Vanishes).HasDefaultValue(false);
        // The newest, and those who came since a moment.
        user.HasIndex(u => u.CreatedAt).HasDatabaseName("ix_users_created");
        user.HasIndex(u => u.BlockedAt).HasFilter("blocked_at IS NOT NULL").HasDatabaseName("ix_users_blocked");
    }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts");
        draft.HasKey(d => d.UserId);
        draft.Property(d => d.UserId).ValueGeneratedNever();
        draft.Property(d => d.Values).AsJson(InputValues.ToJson, InputValues.FromJson);
        draft.Property(d => d.Quote).AsJson();
        draft.Property(d => d.Rivals).AsJson();
        draft.Property(d => d.Place).AsJson();
        draft.Ignore(d => d.Agreed);
        draft.Property(d => d.Copies).HasDefaultValue(1);
        draft.ComplexProperty(d => d.WizardState, state =>
        {
            state.Property(s => s.Asking).HasMaxLength(64);
            state.Property(s => s.Trail).AsJson();
            state.Property(s => s.LongText).AsJson();
            state.Property(s => s.Album).AsJson();
        });
        draft.Ignore(d => d.AskedIn);
        draft.HasIndex(d => d.ExpiresAt).HasDatabaseName("ix_drafts_expires");
    }
}

internal sealed class KeptWishConfiguration : IEntityTypeConfiguration<KeptWish>
{
    public void Configure(EntityTypeBuilder<KeptWish> wish)
    {
        wish.ToTable("wishes");
        wish.HasKey(w => new { w.UserId, w.Number });
        wish.Ignore(w => w.Items);
        wish.Property(w => w.UserId).ValueGeneratedNever();
        wish.Property(w => w.Number).ValueGeneratedNever();
        wish.Property(w => w.Text).HasMaxLength(KeptWish.TextLengthMax);
        wish.Property(w => w.Files).AsJson();
        wish.Property(w => w.AlbumId).HasMaxLength(64);
        wish.Ignore(w => w.AskedIn);
        wish.HasIndex(w => w.At).HasDatabaseName("ix_wishes_at");
        wish.HasIndex(w => w.AskedChatId).HasFilter("asked_chat_id IS NOT NULL").HasDatabaseName("ix_wishes_asked");
    }
}

internal sealed class IdeaConfiguration : IEntityTypeConfiguration<Idea>
{
    public void Configure(EntityTypeBuilder<Idea> idea)
    {
        idea.ToTable("ideas");
        idea.HasKey(i => i.Code);
        idea.Property(i => i.Code).HasMaxLength(Idea.CodeLengthMax);
        idea.Property(i => i.Text).HasMaxLength(Idea.TextLengthMax);
        idea.HasIndex(i => i.UserId).HasDatabaseName("ix_ideas_user");
        idea.HasIndex(i => i.At).HasDatabaseName("ix_ideas_at");
    }
}

internal sealed class GroupChatConfiguration : IEntityTypeConfiguration<GroupChat>
{
    public void Configure(EntityTypeBuilder<GroupChat> group)
    {
        group.ToTable("groups");
        group.HasKey(g => g.Id);
        group.Property(g => g.Id).ValueGeneratedNever();
        group.Property(g => g.Title).HasMaxLength(GroupChat.TitleLengthMax);
    }
}

internal sealed class OpenQuestionConfiguration : IEntityTypeConfiguration<OpenQuestion>
{
    public void Configure(EntityTypeBuilder<OpenQuestion> question)
    {
        question.ToTable("open_questions");
        question.HasKey(q => q.UserId);
        question.Property(q => q.UserId).ValueGeneratedNever();
        question.Property(q => q.Subject).HasMaxLength(OpenQuestion.SubjectLengthMax);
    }
}

internal sealed class ProcessedUpdateConfiguration : IEntityTypeConfiguration<ProcessedUpdate>
{
    public void Configure(EntityTypeBuilder<ProcessedUpdate> update)
    {
        update.ToTable("processed_updates");
        update.HasKey(u => u.UpdateId);
        update.Property(u => u.UpdateId).ValueGeneratedNever();
        update.HasIndex(u => u.At).HasDatabaseName("ix_processed_updates_at");
    }
}

internal sealed class ParkedUpdateConfiguration : IEntityTypeConfiguration<ParkedUpdate>
{
    public void Configure(EntityTypeBuilder<ParkedUpdate> update)
    {
        update.ToTable("parked_updates");
        update.HasKey(u => u.UpdateId);
        update.Property(u => u.UpdateId).ValueGeneratedNever();
        update.Property(u => u.Cid).HasMaxLength(32);
    }
}
