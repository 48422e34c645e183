using MutualAid.Core.Communities;
using MutualAid.Core.People;

namespace MutualAid.Core.Supplies;

/// <summary>What can be done to many needs at once.</summary>
public enum ManyAct
{
    Verify,
    Urgent,
    NotUrgent,
    Community,
    Cancel,
}

public sealed partial class SupplyDesk
{
    /// <summary>Changes one need of many that organisers of its group chose; false: there is nothing to change. Lines and deliveries are loaded.</summary>
    public bool ChangeOneOfMany(Need need, ManyAct act, Person who, Community? community)
    {
        switch (act)
        {
            case ManyAct.Verify when need.IsToVerify():
                (need.VerifiedAt, need.VerifiedBy) = (Now, who);
                Act(need);
                return true;
            case ManyAct.Urgent or ManyAct.NotUrgent when !need.IsClosed() && need.Urgent != (act == ManyAct.Urgent):
                need.Urgent = act == ManyAct.Urgent;
                need.Version++;
                return true;
            case ManyAct.Community when !need.IsClosed() && community is not null && need.CommunityId != community.Id:
                need.Community = community;
                need.Version++;
                return true;
            case ManyAct.Cancel when !need.IsClosed():
                (need.CancelledAt, need.CancelledById) = (Now, who.Id);
                need.Version++;
                return true;
            default:
                return false;
        }
    }
}
