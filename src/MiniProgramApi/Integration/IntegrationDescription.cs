using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using MiniProgramApi.App;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Integration;

/// <summary>The machine-readable contract for partners, <c>/openapi/integration.json</c>.</summary>
internal static class IntegrationDescription
{
    public const string Document = "integration";
    private const string Client = "client";

    public static void AddIntegrationDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            Document,
            o =>
            {
                o.ShouldInclude = call => call.GroupName == Document;
                o.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info.Title = "广州微法院 · 对接系统接口";
                        document.Info.Description = "Meaning and rules: docs/integration.md.";
                        document.Components ??= new OpenApiComponents();
                        document.AddComponent<IOpenApiSecurityScheme>(
                            Client,
                            new OpenApiSecurityScheme
                            {
                                Type = SecuritySchemeType.OAuth2,
                                Flows = new OpenApiOAuthFlows
                                {
                                    ClientCredentials = new OpenApiOAuthFlow
                                    {
                                        TokenUrl = new Uri($"{IntegrationSetup.Path}/token", UriKind.Relative),
                                        Scopes = Enum.GetValues<Domain.Partners.PartnerScope>()
                                            .ToDictionary(Domain.Partners.PartnerWords.Code, Domain.Partners.PartnerWords.Chinese),
                                    },
                                },
                            }
                        );
                        return Task.CompletedTask;
                    }
                );
                o.AddOperationTransformer(Describe);
                o.DescribeOurTypes();
            }
        );

    private static async Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsScope>().FirstOrDefault() is not { } needs)
            return;
        List<string> scopes = [Domain.Partners.PartnerWords.Code(needs.Scope)];
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(Client, context.Document)] = scopes }];
        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, ct);
        context.Document!.AddComponent("Problem", problem);
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Refused: `code` is what programs match",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Problem.ContentType] = new() { Schema = new OpenApiSchemaReference("Problem", context.Document) },
            },
        };
    }
}
