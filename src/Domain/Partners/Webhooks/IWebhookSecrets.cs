namespace Domain.Partners;

/// <summary>What deliveries are signed with.</summary>
public interface IWebhookSecrets
{
    /// <summary>The same for the same id, everywhere in an installation and nowhere else.</summary>
    string For(Guid secretId);
}

/// <summary>Where a push may go.</summary>
public interface IWebhookAddresses
{
    /// <summary>By the look of it; where its name leads is looked at whenever something is sent.</summary>
    bool MayBe(string url);
}
