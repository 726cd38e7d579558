using System.Text.Json;

namespace CoachBot.Runtime;

/// <summary>
/// Reads what is written inside the program itself, field by field. The serializer's generated code does the same in fewer words, but where the program is not
/// machine code it is compiled again at each start for every enum and struct that it meets, nearly a third of all that a start compiled.
/// </summary>
internal static class JsonFields
{
    /// <summary>A file that the program was built with.</summary>
    public static JsonDocument Embedded(string name)
    {
        using var stream = typeof(JsonFields).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without its {name}.");
        return JsonDocument.Parse(stream);
    }

    /// <exception cref="KeyNotFoundException">There is no such field; so with all that follow.</exception>
    public static string Text(this JsonElement json, string field) => json.GetProperty(field).GetString()!;

    public static int Number(this JsonElement json, string field) => json.GetProperty(field).GetInt32();

    public static string[] Texts(this JsonElement json, string field) => json.List(field, text => text.GetString()!);

    public static T[] List<T>(this JsonElement json, string field, Func<JsonElement, T> read) => json.GetProperty(field).List(read);

    public static Dictionary<string, T> Map<T>(this JsonElement json, string field, Func<JsonElement, T> read)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in json.GetProperty(field).EnumerateObject()) map.Add(entry.Name, read(entry.Value));
        return map;
    }

    /// <exception cref="ArgumentException">The enum has no such value.</exception>
    public static T As<T>(this JsonElement json) where T : struct, Enum => (T)Enum.Parse(typeof(T), json.GetString()!, ignoreCase: true);

    public static T[] List<T>(this JsonElement json, Func<JsonElement, T> read)
    {
        var list = new T[json.GetArrayLength()];
        var place = 0;
        foreach (var element in json.EnumerateArray()) list[place++] = read(element);
        return list;
    }
}
