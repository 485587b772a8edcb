namespace NotifyReceiver.Simulators.Petrosoft;

public enum PetrosoftEndpoint
{
    /// <summary>POST /v1/auth/token</summary>
    Token,

    /// <summary>POST /v1/auth/refresh_token</summary>
    RefreshToken,

    /// <summary>GET /account-level-resources</summary>
    AccountLevelResources,

    /// <summary>GET /business-unit-level-resources</summary>
    BusinessUnitLevelResources,

    /// <summary>GET /business-documents</summary>
    BusinessDocuments,

    /// <summary>GET /business-document</summary>
    BusinessDocument,
}
