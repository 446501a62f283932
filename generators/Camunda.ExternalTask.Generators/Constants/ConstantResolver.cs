using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Constants;

/// <summary>Resolves attribute arguments that refer to generated constants. The result is null if a constant is unknown.</summary>
internal sealed class ConstantResolver(ConstantTable table)
{
    private bool _isResolved = true;

    /// <summary>Whether every constant in the attributes of a declaration has a value, as analyzers see it.</summary>
    public static bool IsResolved(ParsedDeclaration declaration) =>
        Exists(declaration.Handler, Resolve(declaration.Handler, ConstantTable.Empty))
        && Exists(declaration.Input, Resolve(declaration.Input, ConstantTable.Empty))
        && Exists(declaration.Output, Resolve(declaration.Output, ConstantTable.Empty))
        && Exists(declaration.Error, Resolve(declaration.Error, ConstantTable.Empty))
        && Exists(declaration.Start, Resolve(declaration.Start, ConstantTable.Empty))
        && Exists(declaration.Message, Resolve(declaration.Message, ConstantTable.Empty))
        && Exists(declaration.Signal, Resolve(declaration.Signal, ConstantTable.Empty));

    public static HandlerModel? Resolve(HandlerModel? model, ConstantTable table)
    {
        if (model is null)
        {
            return null;
        }

        var resolver = new ConstantResolver(table);
        var resolved = model with
        {
            Topic = resolver.Resolve(model.Topic),
            Filter = resolver.Resolve(model.Filter),
            ErrorCodes = resolver.Resolve(model.ErrorCodes),
        };
        return resolver._isResolved ? resolved : null;
    }

    public static InputModel? Resolve(InputModel? model, ConstantTable table)
    {
        if (model is null)
        {
            return null;
        }

        var resolver = new ConstantResolver(table);
        var resolved = model with { Properties = resolver.Resolve(model.Properties) };
        return resolver._isResolved ? resolved : null;
    }

    public static OutputModel? Resolve(OutputModel? model, ConstantTable table)
    {
        if (model is null)
        {
            return null;
        }

        var resolver = new ConstantResolver(table);
        var resolved = model with { Properties = resolver.Resolve(model.Properties) };
        return resolver._isResolved ? resolved : null;
    }

    public static BpmnErrorModel? Resolve(BpmnErrorModel? model, ConstantTable table)
    {
        if (model is null)
        {
            return null;
        }

        var resolver = new ConstantResolver(table);
        var resolved = model with
        {
            Code = resolver.Resolve(model.Code),
            Message = resolver.Resolve(model.Message),
            Properties = resolver.Resolve(model.Properties),
        };
        return resolver._isResolved ? resolved : null;
    }

    public static ProcessPayloadModel? Resolve(ProcessPayloadModel? model, ConstantTable table)
    {
        if (model is null)
        {
            return null;
        }

        var resolver = new ConstantResolver(table);
        var resolved = model with
        {
            Name = resolver.Resolve(model.Name),
            Properties = resolver.Resolve(model.Properties),
            CorrelationKeys = resolver.Resolve(model.CorrelationKeys),
        };
        return resolver._isResolved ? resolved : null;
    }

    private static bool Exists(object? model, object? resolved) => model is null || resolved is not null;

    private ConstantText Resolve(ConstantText text)
    {
        var resolved = table.Resolve(text);
        _isResolved &= resolved.IsResolved;
        return resolved;
    }

    private ConstantText? Resolve(ConstantText? text) => text is { } given ? Resolve(given) : null;

    private EquatableArray<ConstantText> Resolve(EquatableArray<ConstantText> texts)
    {
        var resolved = new ConstantText[texts.Count];
        for (var i = 0; i < resolved.Length; i++)
        {
            resolved[i] = Resolve(texts[i]);
        }

        return new(resolved);
    }

    private EquatableArray<ConstantText>? Resolve(EquatableArray<ConstantText>? texts) => texts is { } given ? Resolve(given) : null;

    private TopicFilterModel Resolve(TopicFilterModel filter) => filter with
    {
        ProcessDefinitionId = Resolve(filter.ProcessDefinitionId),
        ProcessDefinitionIdIn = Resolve(filter.ProcessDefinitionIdIn),
        ProcessDefinitionKey = Resolve(filter.ProcessDefinitionKey),
        ProcessDefinitionKeyIn = Resolve(filter.ProcessDefinitionKeyIn),
        ProcessDefinitionVersionTag = Resolve(filter.ProcessDefinitionVersionTag),
        BusinessKey = Resolve(filter.BusinessKey),
        TenantIdIn = Resolve(filter.TenantIdIn),
    };

    private EquatableArray<PropertyModel> Resolve(EquatableArray<PropertyModel> properties)
    {
        var resolved = new PropertyModel[properties.Count];
        for (var i = 0; i < resolved.Length; i++)
        {
            resolved[i] = properties[i] with
            {
                SourceName = Resolve(properties[i].SourceName),
                ObjectTypeName = Resolve(properties[i].ObjectTypeName),
            };
        }

        return new(resolved);
    }
}
