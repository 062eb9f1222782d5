using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.App;

/// <summary>The machine-readable contract, <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    private const string Bearer = "bearer";

    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(o =>
        {
            o.AddDocumentTransformer(
                (document, context, ct) =>
                {
                    document.Info.Title = "广州微法院 · 当事人端接口";
                    document.Info.Description = "Meaning and rules: docs/api.md.";
                    document.Components ??= new OpenApiComponents();
                    document.AddComponent<IOpenApiSecurityScheme>(
                        Bearer,
                        new OpenApiSecurityScheme
                        {
                            Type = SecuritySchemeType.Http,
                            Scheme = Bearer,
                            Description = "accessToken of /auth/…",
                        }
                    );
                    return Task.CompletedTask;
                }
            );
            o.AddOperationTransformer(Describe);
            o.AddSchemaTransformer(
                (schema, context, _) =>
                {
                    // The generator looks away where a converter of ours reads strings.
                    if (context.JsonTypeInfo.Type == typeof(string))
                        schema.Type = context.JsonPropertyInfo is { IsGetNullable: true }
                            ? JsonSchemaType.String | JsonSchemaType.Null
                            : JsonSchemaType.String;
                    return Task.CompletedTask;
                }
            );
        });

    private static async Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var isOpen = metadata.OfType<IAllowAnonymous>().Any();
        if (!isOpen)
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, ct);
        context.Document!.AddComponent("Problem", problem);
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Refused: `title` is a Chinese sentence to show, `code` is what programs match",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Problem.ContentType] = new() { Schema = new OpenApiSchemaReference("Problem", context.Document) },
            },
        };
        if (!isOpen)
            operation.Responses["401"] = Same(operation.Responses["default"], "`auth.required`, `auth.token_expired`");
        if (context.Description.RelativePath == "api/v1/attachments" && context.Description.HttpMethod == "POST")
            operation.RequestBody = UploadBody();
    }

    private static OpenApiResponse Same(IOpenApiResponse refused, string codes) =>
        new() { Description = codes, Content = refused.Content?.ToDictionary() };

    private static OpenApiRequestBody UploadBody() =>
        new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { "file", "id" },
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                            ["id"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
                            ["name"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        },
                    },
                },
            },
        };
}
