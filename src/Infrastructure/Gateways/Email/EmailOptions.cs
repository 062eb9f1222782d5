namespace Infrastructure.Gateways.Email;

/// <summary>Section <c>Email</c>: the court's mail server.</summary>
public sealed class EmailOptions
{
    /// <summary>Empty: no e-mail goes out.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 25;

    /// <summary>Sender's address.</summary>
    public string From { get; set; } = "";

    public string FromName { get; set; } = "广州法院 12368";
    public string User { get; set; } = "";
    public string Password { get; set; } = "";

    /// <summary>STARTTLS. A server that does not offer it is then refused.</summary>
    public bool UseTls { get; set; } = true;
}
