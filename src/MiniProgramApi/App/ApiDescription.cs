using System.Text.Json.Serialization.Metadata;
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
            o.DescribeOurTypes();
        });

    /// <summary>The same in every description of this host.</summary>
    internal static void DescribeOurTypes(this OpenApiOptions options)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                foreach (var schema in document.Components?.Schemas?.Values ?? [])
                    NameTextsInside(schema);
                return Task.CompletedTask;
            }
        );
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                NameOurTypes(schema, context.JsonTypeInfo, context.JsonPropertyInfo is { IsGetNullable: true });
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>The generator looks away where a converter of ours reads and writes: strings and instants.</summary>
    private static void NameOurTypes(OpenApiSchema schema, JsonTypeInfo type, bool isNullable)
    {
        var isInstant = (Nullable.GetUnderlyingType(type.Type) ?? type.Type) == typeof(DateTimeOffset);
        if (isInstant)
            schema.Format = "date-time";
        if (isInstant || type.Type == typeof(string))
            schema.Type =
                isNullable || Nullable.GetUnderlyingType(type.Type) is not null
                    ? JsonSchemaType.String | JsonSchemaType.Null
                    : JsonSchemaType.String;
    }

    /// <summary>And in lists and maps: what it leaves without a type there is a text.</summary>
    private static void NameTextsInside(IOpenApiSchema? schema)
    {
        if (schema is not OpenApiSchema own)
            return; // a reference
        if (own.Type is { } type && type.HasFlag(JsonSchemaType.Array))
            own.Items ??= new OpenApiSchema { Type = JsonSchemaType.String };
        if (own.Type is { } kind && kind.HasFlag(JsonSchemaType.Object) && own.Properties is null or { Count: 0 })
            own.AdditionalProperties ??= new OpenApiSchema { Type = JsonSchemaType.String };
        foreach (var inside in (IOpenApiSchema?[])[own.Items, own.AdditionalProperties, .. own.Properties?.Values ?? []])
            NameTextsInside(inside);
    }

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
