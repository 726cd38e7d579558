using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.Faults;

/// <summary>Keeps every line of every category, down to the finest, with its exception, its values and the scopes around it.</summary>
internal sealed class EveryLog : ILoggerProvider
{
    /// <summary>Lets everything through to this log, and nothing to the console.</summary>
    public static readonly IConfiguration Settings = new ConfigurationBuilder()
        .AddInMemoryCollection([new("Logging:LogLevel:Default", "Trace"), new("Logging:Console:LogLevel:Default", "None")]).Build();

    public ConcurrentQueue<(string Category, string Text)> Lines { get; } = new();

    public IEnumerable<string> Having(string text) =>
        Lines.Where(line => line.Text.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(line => $"{line.Category}: {line.Text}");

    public ILogger CreateLogger(string categoryName) => new Category(categoryName, Lines);

    public void Dispose() { }

    private sealed class Category(string name, ConcurrentQueue<(string, string)> lines) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue((name, $"scope {Values(state)}"));
            return null;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((name, $"{formatter(state, exception)} {Values(state)} {exception}"));

        private static string Values<TState>(TState state) => state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(", ", values.Select(value => $"{value.Key}={value.Value}"))
            : $"{state}";
    }
}
