using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using CoachBot.Testing;

namespace CoachBot.Discord.Tests.Surface;

/// <summary>What the connector shows to others. A change shows up in the approved text, and so in a review.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void IsAsApproved() => Snapshot.Match(Describe());

    private static string Describe()
    {
        var text = new StringBuilder();
        foreach (var type in typeof(DiscordClient).Assembly.GetExportedTypes().OrderBy(Name, StringComparer.Ordinal))
        {
            text.Append(Name(type)).Append('\n');
            foreach (var line in type.IsEnum ? EnumLines(type) : MemberLines(type).Order(StringComparer.Ordinal)) text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> EnumLines(Type type) => [string.Join(", ", Enum.GetNames(type))];

    private static IEnumerable<string> MemberLines(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var member in type.GetMembers(Declared))
        {
            switch (member)
            {
                case PropertyInfo property:
                    var set = property.SetMethod is { IsPublic: true } ? " { get; init; }" : "";
                    yield return $"{Name(property.PropertyType)}{Maybe(Nullability.Create(property))} {property.Name}{set}";
                    break;
                case EventInfo happening:
                    yield return $"event {Name(happening.EventHandlerType!)} {happening.Name}";
                    break;
                case FieldInfo field:
                    yield return field.IsLiteral ? $"const {field.Name} = {field.GetRawConstantValue()}" : $"static {Name(field.FieldType)} {field.Name}";
                    break;
                case ConstructorInfo constructor when !IsCopy(constructor):
                    yield return $"new({Parameters(constructor)})";
                    break;
                case MethodInfo method when !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && method.Name != "ToString":
                    yield return $"{Name(method.ReturnType)} {method.Name}({Parameters(method)})";
                    break;
            }
        }
    }

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [{ } only] && only.ParameterType == constructor.DeclaringType;

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        $"{Name(p.ParameterType)}{Maybe(Nullability.Create(p))} {p.Name}{(p.HasDefaultValue ? "?" : "")}"));

    private static string Maybe(NullabilityInfo info) =>
        info.ReadState == NullabilityState.Nullable && Nullable.GetUnderlyingType(info.Type) is null ? "?" : "";

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        var name = type.IsNested ? $"{type.DeclaringType!.Name}.{type.Name}" : type.Name;
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
