using System.Collections;
using System.Reflection;

namespace Camunda.ExternalTask.Generators.Tests.Incremental;

/// <summary>Walks everything that is reachable from an object through fields and elements.</summary>
internal static class ObjectGraph
{
    public static void AssertNoneOf(object? root, params Type[] forbidden)
    {
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(object? Value, string Path)>([(root, "model")]);
        while (pending.TryPop(out var item))
        {
            if (item.Value is null or string || !visited.Add(item.Value))
            {
                continue;
            }

            var type = item.Value.GetType();
            foreach (var bad in forbidden)
            {
                Assert.False(bad.IsAssignableFrom(type), $"{item.Path} is a {type.Name}.");
            }

            if (type.IsPrimitive || type.IsEnum || item.Value is Type or MemberInfo or Delegate)
            {
                continue;
            }

            if (item.Value is IEnumerable elements)
            {
                foreach (var element in elements)
                {
                    pending.Push((element, $"{item.Path}[]"));
                }
            }

            for (var current = type; current is not null; current = current.BaseType)
            {
                foreach (var field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (!field.FieldType.IsPointer)
                    {
                        pending.Push((field.GetValue(item.Value), $"{item.Path}.{field.Name}"));
                    }
                }
            }
        }
    }
}
