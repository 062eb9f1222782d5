using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Domain.Organisation;
using Infrastructure.Persistence;
using MiniProgramApi.App;

namespace Conventions.Tests;

/// <summary>What code can call, read from its instructions. Of a virtual call every method of that name counts: rather too many than too few.</summary>
internal static class CallGraph
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] s_ours = [typeof(Court).Assembly, typeof(CourtDb).Assembly, typeof(LitigantHub).Assembly];

    private static readonly Dictionary<short, OpCode> s_codes = typeof(OpCodes)
        .GetFields()
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value);

    public static HashSet<MethodBase> From(Assembly start)
    {
        var virtuals = s_ours.SelectMany(MethodsOf).Where(m => m.IsVirtual).ToLookup(m => (m.Name, m.GetParameters().Length));
        var todo = new Stack<MethodBase>(MethodsOf(start));
        HashSet<MethodBase> reached = [];
        while (todo.TryPop(out var method))
        {
            if (!reached.Add(method))
                continue;
            foreach (var called in Calls(method))
            {
                if (!s_ours.Contains(called.Module.Assembly))
                    continue; // of the framework's own virtuals (MoveNext, Dispose) everything would be called from everywhere
                if (called.IsVirtual)
                    PushAll(virtuals[(called.Name, called.GetParameters().Length)]);
                todo.Push(called.Module.ResolveMethod(called.MetadataToken)!);
            }

            if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine)
                PushAll(machine.StateMachineType.GetMethods(Declared));
        }

        return reached;

        void PushAll(IEnumerable<MethodBase> methods)
        {
            foreach (var method in methods)
                todo.Push(method);
        }
    }

    private static IEnumerable<MethodBase> MethodsOf(Assembly assembly) =>
        assembly.GetTypes().SelectMany(t => t.GetMethods(Declared).Concat<MethodBase>(t.GetConstructors(Declared)));

    private static IEnumerable<MethodBase> Calls(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
            yield break;
        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length; )
        {
            short value = il[at++];
            if (value == 0xFE)
                value = unchecked((short)(0xFE00 | il[at++]));
            var code = s_codes[value];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineTok)
            {
                if (method.Module.ResolveMember(BitConverter.ToInt32(il, at), ofType, ofMethod) is MethodBase called)
                    yield return called;
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }
}
