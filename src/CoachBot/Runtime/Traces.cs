using System.Data.Common;
using System.Text;

namespace CoachBot.Runtime;

/// <summary>What went wrong, for the log: of what kind, and where. Never the message, which may repeat what a person typed.</summary>
internal static class Traces
{
    public static string Trace(this Exception problem)
    {
        var text = new StringBuilder();
        for (var one = problem; one is not null; one = one.InnerException)
        {
            if (text.Length > 0) text.AppendLine().Append("caused by ");
            text.Append(one.GetType().FullName);
            if (one is DbException { ErrorCode: var code }) text.Append($" ({code})");
            if (one.StackTrace is { } stack) text.AppendLine().Append(stack);
        }
        return text.ToString();
    }
}
